import { bigint, boolean, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { signInPolicy } from './tenancy.ts';

/*
 * What Better Auth keeps. A person may work for several municipalities and signs in once, so these tables belong to the
 * installation and not to a tenant: only the sign-in's own transactions see them. The names of the properties are Better Auth's.
 */

const time = (name: string) => timestamp(name, { withTimezone: true });
const userId = () =>
	text('user_id')
		.notNull()
		.references(() => signInUser.id, { onDelete: 'cascade' });

export const signInUser = pgTable(
	'sign_in_user',
	{
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		email: text('email').notNull(),
		emailVerified: boolean('email_verified').notNull().default(false),
		image: text('image'),
		twoFactorEnabled: boolean('two_factor_enabled').default(false),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull(),
	},
	(table) => [unique('sign_in_user_email_key').on(table.email), signInPolicy('sign_in_user')],
);

export const signInSession = pgTable(
	'sign_in_session',
	{
		id: text('id').primaryKey(),
		userId: userId(),
		token: text('token').notNull(),
		expiresAt: time('expires_at').notNull(),
		ipAddress: text('ip_address'),
		userAgent: text('user_agent'),
		/** `answers`: by an answer link, and good for that person's own answers only; otherwise `full`. */
		scope: text('scope', { enum: ['full', 'answers'] }),
		municipalityCode: text('municipality_code'),
		personId: text('person_id'),
		/** How the person signed in: link, passkey, oidc, password, answer link. */
		method: text('method'),
		/** Roles that the identity provider gave for this session, as `0340:coordinator`; null when it gave none. */
		claims: text('claims'),
		/** When the second factor was given in this session. */
		secondFactorAt: time('second_factor_at'),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull(),
	},
	(table) => [
		unique('sign_in_session_token_key').on(table.token),
		index('sign_in_session_user_index').on(table.userId),
		index('sign_in_session_expiry_index').on(table.expiresAt),
		signInPolicy('sign_in_session'),
	],
);

export const signInAccount = pgTable(
	'sign_in_account',
	{
		id: text('id').primaryKey(),
		userId: userId(),
		accountId: text('account_id').notNull(),
		providerId: text('provider_id').notNull(),
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: time('access_token_expires_at'),
		refreshTokenExpiresAt: time('refresh_token_expires_at'),
		scope: text('scope'),
		password: text('password'),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull(),
	},
	(table) => [
		unique('sign_in_account_provider_key').on(table.providerId, table.accountId),
		index('sign_in_account_user_index').on(table.userId),
		signInPolicy('sign_in_account'),
	],
);

export const signInVerification = pgTable(
	'sign_in_verification',
	{
		id: text('id').primaryKey(),
		identifier: text('identifier').notNull(),
		value: text('value').notNull(),
		expiresAt: time('expires_at').notNull(),
		createdAt: time('created_at').notNull(),
		updatedAt: time('updated_at').notNull(),
	},
	(table) => [index('sign_in_verification_identifier_index').on(table.identifier), signInPolicy('sign_in_verification')],
);

export const signInTwoFactor = pgTable(
	'sign_in_two_factor',
	{
		id: text('id').primaryKey(),
		userId: userId(),
		secret: text('secret').notNull(),
		backupCodes: text('backup_codes').notNull(),
		verified: boolean('verified'),
		failedVerificationCount: integer('failed_verification_count'),
		lockedUntil: time('locked_until'),
	},
	(table) => [index('sign_in_two_factor_user_index').on(table.userId), signInPolicy('sign_in_two_factor')],
);

export const signInPasskey = pgTable(
	'sign_in_passkey',
	{
		id: text('id').primaryKey(),
		userId: userId(),
		name: text('name'),
		publicKey: text('public_key').notNull(),
		credentialID: text('credential_id').notNull(),
		counter: integer('counter').notNull(),
		deviceType: text('device_type').notNull(),
		backedUp: boolean('backed_up').notNull(),
		transports: text('transports'),
		aaguid: text('aaguid'),
		createdAt: time('created_at'),
	},
	(table) => [
		unique('sign_in_passkey_credential_key').on(table.credentialID),
		index('sign_in_passkey_user_index').on(table.userId),
		signInPolicy('sign_in_passkey'),
	],
);

/** Counts requests, so that replicas share the limits. */
export const signInRateLimit = pgTable(
	'sign_in_rate_limit',
	{
		id: text('id').primaryKey(),
		key: text('key').notNull(),
		count: integer('count').notNull(),
		/** Milliseconds since 1970. */
		lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
	},
	(table) => [unique('sign_in_rate_limit_key_key').on(table.key), signInPolicy('sign_in_rate_limit')],
);
