import { DomainError } from '#domain/shared/domain-error.ts';

/** A text file's text and how its bytes were read. `guessed` is true when the file does not say and UTF-8 did not fit. */
export type DecodedText = {
	readonly text: string;
	readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
	readonly guessed: boolean;
};

/** More control characters than this share is no text. */
const mostControls = 0.002;

/**
 * Decodes a text file: by its byte order mark, as UTF-16 without one, as UTF-8, and else as Windows-1252,
 * which Danish offices' Excel writes. Throws `document.unknown-kind` for bytes that are no text in any of them.
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
	const encoding = findEncoding(bytes);
	const decoded = encoding ? decode(bytes, encoding) : (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
	if (!decoded || !isText(decoded.text)) throw new DomainError('invalid', 'document.unknown-kind', { file });
	return decoded;
}

function findEncoding(bytes: Uint8Array): DecodedText['encoding'] | null {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	// Without a mark: Latin letters in UTF-16 leave every second byte zero.
	const sample = bytes.subarray(0, 2000);
	const zeros = [0, 1].map((odd) => sample.filter((byte, at) => at % 2 === odd && byte === 0).length) as [number, number];
	if (zeros[1] > sample.length * 0.35 && zeros[0] < sample.length * 0.05) return 'utf-16le';
	if (zeros[0] > sample.length * 0.35 && zeros[1] < sample.length * 0.05) return 'utf-16be';
	return null;
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null {
	try {
		return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, guessed: encoding === 'windows-1252' };
	} catch {
		return null;
	}
}

function isText(text: string): boolean {
	const sample = text.slice(0, 100_000);
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g)?.length ?? 0;
	return !text.includes('\u0000') && controls <= sample.length * mostControls;
}
