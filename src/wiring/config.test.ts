import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDomainError } from '#domain/shared/domain-error.ts';
import { areVisitorsAlike, isRunByNpm, readConfig, readLocale, readWorkingFolder } from './config.ts';

function refusal(environment: Record<string, string>): unknown {
	try {
		readConfig(environment, '/srv');
	} catch (error) {
		return isDomainError(error) ? { kind: error.kind, code: error.code, ...error.details } : error;
	}
	return 'accepted';
}

describe('readConfig', () => {
	it('needs nothing', () => {
		expect(readConfig({}, '/srv')).toEqual({
			host: '127.0.0.1',
			port: 3000,
			origin: null,
			dataDir: '/srv/data',
			databaseUrl: null,
			demo: 'local',
			smtpUrl: null,
			mailFrom: 'Fremdrift <fremdrift@localhost>',
			metrics: { open: false, token: null },
			secret: null,
			providersFile: null,
			passwords: false,
		});
	});

	it('takes what is set, and an empty variable as not set', () => {
		const environment = {
			PORT: '0',
			HOST: '::1',
			ORIGIN: 'https://klima.example.org/',
			DATA_DIR: 'elsewhere',
			DATABASE_URL: 'postgresql://me:secret@db.example.org/fremdrift',
			SMTP_URL: 'smtps://me:secret@mail.example.org',
			MAIL_FROM: 'Sorø Klima <klima@example.org>',
			METRICS_TOKEN: 'a-token-of-some-length',
			SECRET: 'x'.repeat(32),
			SIGN_IN_PROVIDERS: 'providers.json',
			PASSWORDS: 'on',
		};
		expect(readConfig(environment, '/srv')).toEqual({
			host: '::1',
			port: 0,
			origin: 'https://klima.example.org',
			dataDir: resolve('elsewhere'),
			databaseUrl: environment.DATABASE_URL,
			demo: 'off',
			smtpUrl: environment.SMTP_URL,
			mailFrom: environment.MAIL_FROM,
			metrics: { open: false, token: environment.METRICS_TOKEN },
			secret: environment.SECRET,
			providersFile: '/srv/providers.json',
			passwords: true,
		});
		expect(readConfig({ PORT: '', HOST: '', ORIGIN: '', DATA_DIR: '', DATABASE_URL: '' }, '/srv')).toEqual(readConfig({}, '/srv'));
	});

	it.each([
		['PORT', ['abc', '-1', '65536', '80.5', ' 80', '1e3', '0x50']],
		['HOST', ['not a host', 'http://localhost', '127.0.0.1:80', '999.1.1.1']],
		['ORIGIN', ['klima.example.org', 'https://klima.example.org/path', 'ftp://example.org', 'https://me:x@example.org']],
		['DATA_DIR', [' data', 'a\0b']],
		['DEMO', ['yes', '1']],
		['MAIL_FROM', ['klima', 'a@b@example.org', 'Klima klima@example.org', 'a@example.org, b@example.org', 'a\nb <a@example.org>']],
		['METRICS', ['yes', '1']],
	])('refuses a bad %s and says which value it was', (name, values) => {
		for (const value of values) {
			expect(refusal({ [name]: value }), value).toEqual({ kind: 'invalid', code: 'config.invalid', [name]: value });
		}
	});

	it('lets everybody edit only on the own machine, or where that is asked for', () => {
		const demo = (environment: Record<string, string>) => readConfig(environment, '/srv').demo;
		for (const HOST of ['', 'localhost', '127.0.0.2', '::1']) expect(demo({ HOST }), HOST).toBe('local');
		expect(demo({ HOST: '0.0.0.0' })).toBe('off');
		expect(demo({ HOST: '::' })).toBe('off');
		expect(demo({ ORIGIN: 'https://klima.example.org' })).toBe('off');
		expect(demo({ DEMO: 'off' })).toBe('off');
		expect(demo({ HOST: '0.0.0.0', DEMO: 'on' })).toBe('on');
	});

	it('never repeats a connection string, which holds a password', () => {
		expect(refusal({ DATABASE_URL: 'mysql://me:secret@db/x' })).toEqual({ kind: 'invalid', code: 'config.invalid', DATABASE_URL: '' });
		expect(refusal({ DATABASE_URL: 'postgres://db.example.org' })).toMatchObject({ DATABASE_URL: '' });
	});

	it('never repeats what mail is sent with, nor the token of the measurements', () => {
		expect(refusal({ SMTP_URL: 'https://me:secret@mail', MAIL_FROM: 'a@example.org' })).toMatchObject({ SMTP_URL: '' });
		expect(refusal({ METRICS_TOKEN: 'short' })).toMatchObject({ METRICS_TOKEN: '' });
	});

	it('asks for a sender where there is a mail server', () => {
		expect(refusal({ SMTP_URL: 'smtp://mail.example.org:25' })).toEqual({ kind: 'invalid', code: 'config.invalid', MAIL_FROM: '' });
	});

	it('tells every bad variable at once', () => {
		expect(refusal({ PORT: 'x', ORIGIN: 'y' })).toMatchObject({ PORT: 'x', ORIGIN: 'y' });
	});
});

describe('readLocale', () => {
	it('is Danish unless English is asked for', () => {
		expect([{}, { LANG: 'C.UTF-8' }, { LANG: 'da_DK.UTF-8' }, { LANG: 'de_DE' }].map(readLocale)).toEqual(['da', 'da', 'da', 'da']);
		expect([{ LANG: 'en_GB.UTF-8' }, { LC_ALL: 'en_US', LANG: 'da_DK' }, { LC_MESSAGES: 'en' }].map(readLocale)).toEqual([
			'en',
			'en',
			'en',
		]);
	});
});

describe('isRunByNpm', () => {
	it('knows npm by the script it names', () => {
		expect([{}, { npm_lifecycle_event: '' }, { npm_lifecycle_event: 'start' }].map(isRunByNpm)).toEqual([false, false, true]);
	});
});

describe('readWorkingFolder', () => {
	it('is where the person stood when npm runs the command', () => {
		const npm = { npm_lifecycle_event: 'fremdrift', npm_package_name: 'fremdrift', INIT_CWD: '/home/somebody' };
		expect(readWorkingFolder(npm)).toBe('/home/somebody');
		expect(readWorkingFolder({ ...npm, npm_lifecycle_event: 'test' })).toBe(process.cwd());
	});
});

describe('areVisitorsAlike', () => {
	it('is so behind a proxy that does not tell who asks', () => {
		expect(areVisitorsAlike({})).toBe(false);
		expect(areVisitorsAlike({ ORIGIN: 'https://klima.example.org' })).toBe(true);
		expect(areVisitorsAlike({ ORIGIN: 'https://klima.example.org', ADDRESS_HEADER: '' })).toBe(true);
		expect(areVisitorsAlike({ ORIGIN: 'https://klima.example.org', ADDRESS_HEADER: 'x-forwarded-for' })).toBe(false);
	});
});
