import { z } from 'zod';

/** What a backup says of itself. Read from a file that may be anything, so it is checked. */
export const manifestSchema = z.object({
	format: z.literal('fremdrift backup'),
	formatVersion: z.literal(1),
	/** Version of the program that made it. */
	program: z.string(),
	takenAt: z.iso.datetime(),
	schema: z.object({ migrations: z.number().int(), newest: z.string() }),
	municipalities: z.array(z.string().regex(/^\d{4}$/)),
	tables: z.array(
		z.object({
			name: z.string().regex(/^[a-z_]+$/),
			file: z.string(),
			rows: z.number().int().nonnegative(),
			/** SHA-256 of the file's lines, in hex. */
			sha256: z.string().regex(/^[0-9a-f]{64}$/),
		}),
	),
	/** SHA-256 in hex of what second factors are encrypted with, which is a file of its own; left out where the backup was made without. */
	secretSha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.optional(),
	/** The last number each counter has given. */
	counters: z.record(z.string(), z.number().int().positive()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Name of the manifest inside the backup. */
export const manifestFile = 'manifest.json';

/** Name of the file with what sessions are signed and second factors are encrypted with. */
export const secretFile = 'secret';
