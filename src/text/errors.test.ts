import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentErrorCodes } from '#domain/followup/read-problem.ts';
import { errorCodes } from '#domain/shared/error-codes.ts';
import { errorSentence } from './errors.ts';
import { locales } from './locale.ts';

const root = path.resolve(import.meta.dirname, '..');
/** What the command line words itself: starting and running the program, and its backups. */
const operational = /^(config|server|database|site|cli|backup)\./;

/** Codes as they are thrown, and the names of the details that stand with them, from the source. */
function listThrown(): { code: string; details: string[]; file: string }[] {
	const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.includes('.test.') && !file.includes('paraglide'));
	return files.flatMap((file) => {
		const text = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '');
		const thrown = [...text.matchAll(/DomainError\(\s*'[a-z-]+',\s*'([a-z.-]+)'(?:,\s*\{([^}]*)\})?/g)];
		return thrown.map(([, code = '', details = '']) => ({
			code,
			details: [...details.matchAll(/(?:^|,)\s*(\w+)/g)].map((match) => match[1] ?? ''),
			file,
		}));
	});
}

/** The sentences as they are written; one with a word for one and another for many stands as all of it. */
const readMessages = (locale: string): Record<string, string> => {
	const stored = JSON.parse(readFileSync(path.join(root, '../messages', locale, 'domain.json'), 'utf8')) as Record<string, unknown>;
	return Object.fromEntries(Object.entries(stored).map(([key, text]) => [key, typeof text === 'string' ? text : JSON.stringify(text)]));
};

describe('the sentences for errors', () => {
	const known: readonly string[] = [...errorCodes, ...documentErrorCodes];
	const thrown = listThrown().filter(({ code }) => !operational.test(code));

	it('are there for every code that is thrown', () => {
		expect(thrown.length).toBeGreaterThan(15);
		expect(thrown.filter(({ code }) => !known.includes(code))).toEqual([]);
	});

	it.each(known)('%s says something of its own in both languages', (code) => {
		const places = new Proxy({}, { get: (_, name) => `<${String(name)}>`, has: () => true });
		for (const locale of locales) {
			const sentence = errorSentence(code, places, locale);
			expect(sentence).toMatch(/\.$/);
			expect(sentence).not.toContain(code);
		}
		expect(errorSentence(code, places, 'da')).not.toBe(errorSentence(code, places, 'en'));
	});

	it('get the details that they speak of from wherever the code is thrown', () => {
		const spoken = (code: string) => {
			const asked = new Set<string>();
			const places = new Proxy({}, { get: (_, name) => (asked.add(String(name)), 'x'), has: () => false });
			errorSentence(code, places, 'da');
			return [...asked];
		};
		const lacking = thrown.filter(({ code, details }) => details.length > 0 && !spoken(code).every((name) => details.includes(name)));
		expect(lacking).toEqual([]);
	});

	it('name a code that has none, and stop at what every object has', () => {
		expect(errorSentence('database.unreachable', {}, 'da')).toContain('database.unreachable');
		expect(errorSentence('toString', {}, 'en')).toContain('toString');
	});

	it('never say that something was saved', () => {
		for (const [key, text] of Object.entries(readMessages('da'))) {
			if (key.startsWith('domain_error_')) expect(text).not.toMatch(/(?<!Intet |ikke )\ber gemt/);
		}
	});
});
