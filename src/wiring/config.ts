import { resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '#domain/shared/domain-error.ts';

/**
 * Who may edit without sign-in: everybody (`on`, asked for in so many words), nobody (`off`), or `local`: whoever asks this
 * machine directly, as in the trial on one's own, but not who comes through a proxy.
 */
export type Demo = 'on' | 'local' | 'off';

/** How this installation runs. */
export type Config = {
	/** Address to listen on. */
	readonly host: string;
	/** Port to listen on; 0 lets the system choose a free one. */
	readonly port: number;
	/** Public address (`https://klima.example.org`) where it differs from where we listen; `null` otherwise. */
	readonly origin: string | null;
	/** Absolute path of the folder for the embedded database and what it needs. */
	readonly dataDir: string;
	/** Connection string of another PostgreSQL; `null` uses the embedded one. Secret. */
	readonly databaseUrl: string | null;
	/** Who may edit until sign-in exists. */
	readonly demo: Demo;
	/** `smtp://` or `smtps://` server that mails are handed to; `null` puts them in the data folder's `outbox`. Secret. */
	readonly smtpUrl: string | null;
	/** Sender of all mails: `klima@example.org` or `Sorø Klima <klima@example.org>`. */
	readonly mailFrom: string;
	/** Who may read `/metrics`: everybody who can reach the site, only who shows the token, or nobody. The token is secret. */
	readonly metrics: { readonly open: boolean; readonly token: string | null };
	/** What sessions are signed with; `null` makes one and keeps it in the data folder. Secret. */
	readonly secret: string | null;
	/** Absolute path of the file that describes the identity providers; `null` for none. */
	readonly providersFile: string | null;
	/** Whether people may sign in with a password kept here. */
	readonly passwords: boolean;
};

/** The variables that are read, in the order problems are told. */
export const configVariables = [
	'PORT',
	'HOST',
	'ORIGIN',
	'DATA_DIR',
	'DATABASE_URL',
	'DEMO',
	'SMTP_URL',
	'MAIL_FROM',
	'METRICS',
	'METRICS_TOKEN',
	'SECRET',
	'SIGN_IN_PROVIDERS',
	'PASSWORDS',
] as const;
export type ConfigVariable = (typeof configVariables)[number];

/** Their values are never repeated. */
const secrets: readonly ConfigVariable[] = ['DATABASE_URL', 'SMTP_URL', 'METRICS_TOKEN', 'SECRET'];

type Environment = Readonly<Record<string, string | undefined>>;

// An empty variable is how container files say "not set".
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const schema = z.object({
	PORT: optional(
		z
			.string()
			.regex(/^\d{1,5}$/)
			.transform(Number)
			.pipe(z.number().max(65535)),
	),
	HOST: optional(z.union([z.ipv4(), z.ipv6(), z.string().regex(/^(?=.*[a-z])[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i)])),
	ORIGIN: optional(z.string().refine(isOrigin)),
	DATA_DIR: optional(z.string().refine((path) => !path.includes('\0') && path.trim() === path)),
	DATABASE_URL: optional(z.string().refine(isPostgresUrl)),
	DEMO: optional(z.enum(['on', 'off'])),
	SMTP_URL: optional(z.string().refine(isSmtpUrl)),
	MAIL_FROM: optional(z.string().regex(/^([^<>\r\n]+ <[^\s@<>,]+@[^\s@<>,]+>|[^\s@<>,]+@[^\s@<>,]+)$/)),
	METRICS: optional(z.enum(['on', 'off'])),
	METRICS_TOKEN: optional(z.string().regex(/^[\x21-\x7e]{16,}$/)),
	SECRET: optional(z.string().min(32)),
	SIGN_IN_PROVIDERS: optional(z.string().refine((path) => !path.includes('\0'))),
	PASSWORDS: optional(z.enum(['on', 'off'])),
});

// Mail servers refuse mail without a sender they know, so there is none to guess.
const whole = schema.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, { path: ['MAIL_FROM'] });

/**
 * Reads the settings. What the environment's variables mean is known in this file alone; everything else is given a `Config`.
 * @param root folder that `data/` lies in when DATA_DIR is not set
 * @throws DomainError `config.invalid`; its details hold each bad variable with its value (a secret's is left out)
 */
export function readConfig(environment: Environment, root: string = process.cwd()): Config {
	const read = whole.safeParse(environment);
	if (!read.success) {
		const bad = configVariables.filter((name) => read.error.issues.some((issue) => issue.path[0] === name));
		const shown = (name: ConfigVariable) => (secrets.includes(name) ? '' : (environment[name] ?? ''));
		throw new DomainError('invalid', 'config.invalid', Object.fromEntries(bad.map((name) => [name, shown(name)])));
	}
	const {
		PORT,
		HOST,
		ORIGIN,
		DATA_DIR,
		DATABASE_URL,
		DEMO,
		SMTP_URL,
		MAIL_FROM,
		METRICS,
		METRICS_TOKEN,
		SECRET,
		SIGN_IN_PROVIDERS,
		PASSWORDS,
	} = read.data;
	const host = HOST ?? '127.0.0.1';
	return {
		host,
		port: PORT ?? 3000,
		origin: ORIGIN ? new URL(ORIGIN).origin : null,
		dataDir: DATA_DIR ? resolve(DATA_DIR) : resolve(root, 'data'),
		databaseUrl: DATABASE_URL ?? null,
		// Where others can come, by the address listened on or by a public one, nobody edits unless that was asked for. A proxy
		// on this machine that ORIGIN does not tell of cannot be seen from here: its requests are known by their headers.
		demo: DEMO ?? (isLoopback(host) && !ORIGIN ? 'local' : 'off'),
		smtpUrl: SMTP_URL ?? null,
		mailFrom: MAIL_FROM ?? 'Fremdrift <fremdrift@localhost>',
		metrics: { open: METRICS === 'on', token: METRICS_TOKEN ?? null },
		secret: SECRET ?? null,
		providersFile: SIGN_IN_PROVIDERS ? resolve(root, SIGN_IN_PROVIDERS) : null,
		passwords: PASSWORDS === 'on',
	};
}

/**
 * True where all visitors seem to come from one address, that of a proxy, and share the limits of sign-in tries: a public address is
 * set, and not the header (read by the site's handler itself) in which the proxy tells who asks.
 */
export function areVisitorsAlike(environment: Environment): boolean {
	return !!environment.ORIGIN && !environment.ADDRESS_HEADER;
}

/** Language of the program's sentences: what `LC_ALL`, `LC_MESSAGES` or `LANG` says, Danish unless it is English. */
export function readLocale(environment: Environment): 'da' | 'en' {
	const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
	return said.toLowerCase().startsWith('en') ? 'en' : 'da';
}

/** True where npm runs us, and not a shell. */
export function isRunByNpm(environment: Environment): boolean {
	return !!environment.npm_lifecycle_event;
}

/** The folder a person stands in: npm runs its scripts in the project's and says where it was called from. */
export function readWorkingFolder(environment: Environment): string {
	const byNpm = environment.npm_lifecycle_event === 'fremdrift' && environment.npm_package_name === 'fremdrift';
	return (byNpm && environment.INIT_CWD) || process.cwd();
}

/** True for the addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return !!url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}

function isSmtpUrl(text: string): boolean {
	const url = URL.parse(text);
	return !!url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && (url.pathname === '' || url.pathname === '/');
}

function isPostgresUrl(text: string): boolean {
	const url = URL.parse(text);
	return !!url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}
