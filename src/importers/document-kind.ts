import { DomainError } from '#domain/shared/domain-error.ts';
import { decodeText, type DecodedText } from './readers/decode-text.ts';

/** What a file is, found from its first bytes; its name is never trusted. */
export type DocumentKind =
	{ readonly kind: 'pdf' } | { readonly kind: 'zip' } | { readonly kind: 'markdown' | 'text'; readonly decoded: DecodedText };

const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Some writers put a few bytes before a PDF's first line; readers accept it within the first kilobyte. */
const searchForPdf = 1024;
const markdownRule =
	/^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+(?:\|[ \t]*)?$|^[ \t]*\|[ \t]*:?-{3,}:?[ \t]*\|[ \t]*$/m;

/**
 * Finds out what a document is. Throws `DomainError('invalid', …)` for kinds that are never read: old Excel and encrypted Office files
 * (one container for both), web pages, and bytes that are no text.
 */
export function findDocumentKind(file: string, bytes: Uint8Array): DocumentKind {
	if (bytes.length === 0) throw new DomainError('invalid', 'document.empty', { file });
	if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) return { kind: 'zip' };
	if (findBytes(bytes.subarray(0, searchForPdf), pdf) >= 0) return { kind: 'pdf' };
	if (startsWith(bytes, compound)) throw refuseCompound(file, bytes);
	const decoded = decodeText(file, bytes);
	const start = decoded.text.slice(0, 4000).trimStart().toLowerCase();
	if (!start) throw new DomainError('invalid', 'document.empty', { file });
	if (
		/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body|<table|<meta|<style)/.test(start.replace(/<!--.*?-->/gs, '')) ||
		start.startsWith('mime-version:')
	) {
		throw new DomainError('invalid', 'document.html', { file });
	}
	if (start.startsWith('<?xml') || start.startsWith('{\\rtf'))
		throw new DomainError('invalid', 'document.unsupported-kind', { file, kind: start.startsWith('<') ? 'XML' : 'RTF' });
	return { kind: markdownRule.test(decoded.text) ? 'markdown' : 'text', decoded };
}

/** Says which kind of old or locked Office file it is, by the names of the streams inside (UTF-16, as the container writes them). */
function refuseCompound(file: string, bytes: Uint8Array): DomainError {
	const holds = (name: string) =>
		findBytes(
			bytes,
			[...name].flatMap((letter) => [letter.charCodeAt(0), 0]),
		) >= 0;
	if (holds('EncryptedPackage') || holds('EncryptionInfo')) return new DomainError('invalid', 'document.encrypted', { file });
	if (holds('Workbook') || holds('Book')) return new DomainError('invalid', 'document.old-excel', { file });
	return new DomainError('invalid', 'document.unsupported-kind', { file, kind: holds('WordDocument') ? 'DOC' : 'OLE' });
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, at) => bytes[at] === byte);
}

function findBytes(bytes: Uint8Array, wanted: readonly number[]): number {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Buffer.from(wanted));
}
