import { SaxesParser } from 'saxes';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';

/** Attributes by local name, without the prefix that writers choose freely. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear of. Names come without prefix. */
export type XmlListener = {
	readonly open?: (name: string, attributes: XmlAttributes) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
};

/**
 * Reads XML piece by piece. Not well-formed XML is `document.damaged`: a part that ends early must not pass as a shorter table.
 * Entities that the document itself declares are never expanded.
 */
export async function readXml(file: string, chunks: AsyncIterable<string>, listener: XmlListener): Promise<void> {
	const parser = new SaxesParser({ xmlns: false });
	const locals = new Map<string, string>();
	const local = (name: string): string => {
		let found = locals.get(name);
		if (found === undefined) {
			found = name.slice(name.indexOf(':') + 1);
			locals.set(name, found);
		}
		return found;
	};
	parser.on('opentag', (tag) => listener.open?.(local(tag.name), shorten(tag.attributes, local)));
	parser.on('closetag', (tag) => listener.close?.(local(tag.name)));
	if (listener.text) parser.on('text', listener.text);
	if (listener.text) parser.on('cdata', listener.text);
	try {
		let any = false;
		for await (const chunk of chunks) {
			any ||= chunk.length > 0;
			parser.write(chunk);
		}
		if (any) parser.close();
	} catch (cause) {
		if (isDomainError(cause)) throw cause;
		throw new DomainError('invalid', 'document.damaged', { file }, { cause });
	}
}

function shorten(attributes: Readonly<Record<string, string>>, local: (name: string) => string): XmlAttributes {
	const short: Record<string, string> = {};
	for (const name in attributes) short[local(name)] = attributes[name] ?? '';
	return short;
}
