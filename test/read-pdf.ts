import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = {
	readonly role?: string;
	readonly type?: string;
	readonly id?: string;
	readonly children?: readonly Node[];
	readonly alt?: string;
	readonly scope?: string;
};

/** One element of a PDF's structure with the text that belongs to it, the way a screen reader meets it. */
export type PdfElement = {
	readonly role: string;
	readonly text: string;
	readonly alt: string | null;
	readonly scope: string | null;
	readonly children: readonly PdfElement[];
};

export type ReadPdf = {
	readonly pages: readonly { readonly width: number; readonly height: number; readonly text: string; readonly tree: PdfElement | null }[];
	readonly outline: readonly string[];
	readonly title: string;
	readonly language: string | null;
	readonly isTagged: boolean;
	/** The file's own description (XMP). */
	readonly xmp: string;
};

/** Reads a PDF as a test wants to know it: pages, structure, bookmarks and what the file says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
	const { info, metadata } = await document.getMetadata();
	const about = info as { Title?: string; Language?: string };
	const pages = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const content = await page.getTextContent({ includeMarkedContent: true });
		const texts = new Map<string, string>();
		const open: string[] = [];
		let text = '';
		for (const item of content.items) {
			if ('str' in item) {
				const piece = item.str + (item.hasEOL ? ' ' : '');
				text += piece;
				const id = open.findLast((one) => one !== '');
				if (id) texts.set(id, (texts.get(id) ?? '') + piece);
			} else if (item.type === 'endMarkedContent') open.pop();
			else open.push((item as { id?: string }).id ?? '');
		}
		const tree = (await page.getStructTree()) as Node | null;
		pages.push({ width, height, text, tree: tree && readElement(tree, texts) });
	}
	const outline = ((await document.getOutline()) ?? []).map((item) => item.title);
	// The declared type is an object; what comes is a map.
	const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
	await document.loadingTask.destroy();
	return {
		pages,
		outline,
		title: about.Title ?? '',
		language: about.Language ?? null,
		isTagged: marks?.get('Marked') === true,
		xmp: metadata?.getRaw() as string,
	};
}

/** All elements with a role, in reading order. */
export function listElements(element: PdfElement | null, role: string): PdfElement[] {
	if (!element) return [];
	const within = element.children.flatMap((child) => listElements(child, role));
	return element.role === role ? [element, ...within] : within;
}

function readElement(node: Node, texts: ReadonlyMap<string, string>): PdfElement {
	const children = (node.children ?? []).filter((child) => child.role).map((child) => readElement(child, texts));
	const text = (node.children ?? [])
		.map((child) => (child.role ? readElement(child, texts).text : (texts.get(child.id ?? '') ?? '')))
		.join('');
	return { role: node.role ?? '', text, alt: node.alt ?? null, scope: node.scope ?? null, children };
}
