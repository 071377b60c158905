import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import temml from 'temml';

/** A page of the documentation, ready to be shown: formulas are MathML, so they are read aloud and need no script. */
export type ManualPage = {
	readonly title: string;
	readonly html: string;
	/** The headings below the title, for a table of contents. */
	readonly contents: readonly { readonly id: string; readonly text: string }[];
};

/** What a screen reader is told of the boxes that can be scrolled; each gets its number after it. */
export type ManualLabels = { readonly table: string; readonly formula: string };

/** Sets a page of `docs/` out as HTML. */
export function renderManual(markdown: string, labels: ManualLabels): ManualPage {
	const contents: { id: string; text: string }[] = [];
	let title = '';
	let [tables, formulas] = [0, 0];
	const scroll = (name: string, label: string) => `<div class="${name}" role="region" tabindex="0" aria-label="${label}">`;
	const formulaOnLine: TokenizerAndRendererExtension = {
		...formulaLine,
		renderer: ({ formula }) => `${scroll('formula', `${labels.formula} ${(formulas += 1)}`)}${writeFormula(String(formula), true)}</div>\n`,
	};
	const marked = new Marked({ extensions: [formulaOnLine, formulaInText] });
	marked.use({
		renderer: {
			heading({ tokens, depth, text }) {
				const inner = this.parser.parseInline(tokens);
				if (depth === 1) {
					title = text;
					return '';
				}
				const id = toId(text);
				if (depth === 2) contents.push({ id, text });
				return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
			},
			// Pages of the program's own source are not on the site: what they are called stays, the way there does not.
			link({ href, tokens }) {
				const inner = this.parser.parseInline(tokens);
				return /^(https?:|#)/.test(href) ? `<a href="${href}">${inner}</a>` : inner;
			},
			table(token: Tokens.Table) {
				// More columns than a phone has room for: there each row is a card, whose figures say what they are.
				const isWide = token.header.length > 4;
				const names = isWide ? token.header.map(({ text }) => text) : [];
				const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
					row
						.map((cell, place) => {
							const inner = this.parser.parseInline(cell.tokens);
							return tag === 'th' ? writeHead(inner) : writeCell(inner, place === 0 ? null : (names[place] ?? ''));
						})
						.join('');
				const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
				const box = scroll('table-scroll', `${labels.table} ${(tables += 1)}`);
				return `${box}<table class="${isWide ? 'table as-cards' : 'table'}"><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
			},
		},
	});
	return { html: String(marked.parse(markdown)), title, contents };
}

// An empty corner is no heading of anything.
function writeHead(inner: string): string {
	return inner === '' ? '<td></td>' : `<th scope="col">${inner}</th>`;
}

/** `name` is what its column is called, empty where that stands above it on every screen, and null for the row's own heading. */
function writeCell(inner: string, name: string | null): string {
	if (name === null) return `<th scope="row">${inner}</th>`;
	return name === '' ? `<td>${inner}</td>` : `<td data-name="${name.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">${inner}</td>`;
}

function toId(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/** A line of its own: `$$ E = A f $$`. */
const formulaLine = {
	name: 'formulaLine',
	level: 'block',
	start: (text: string) => text.indexOf('$$'),
	tokenizer: (text: string) => readFormula('formulaLine', /^\$\$([\s\S]+?)\$\$(?:\n|$)/.exec(text)),
} as const;

/** Within a text: `$f$`. */
const formulaInText: TokenizerAndRendererExtension = {
	name: 'formulaInText',
	level: 'inline',
	start: (text) => text.indexOf('$'),
	tokenizer: (text) => readFormula('formulaInText', /^\$([^$\n]+?)\$/.exec(text)),
	renderer: ({ formula }) => writeFormula(String(formula), false),
};

function readFormula(type: string, found: RegExpExecArray | null) {
	return found ? { type, raw: found[0], formula: found[1] ?? '' } : undefined;
}

function writeFormula(formula: string, isLine: boolean): string {
	const mathml = temml.renderToString(formula.trim(), { displayMode: isLine, throwOnError: true, wrap: isLine ? 'none' : 'tex' });
	// The site's rules allow no style in the page itself.
	return setPrimes(mathml.replace(/ style="[^"]*"/g, ''));
}

/**
 * Puts primes beside their letter. They come as superscripts, but their sign is raised already in the typefaces of a computer: raised
 * twice they float above the line, too small to be seen.
 */
function setPrimes(mathml: string): string {
	const primed = /<msup>(<mi>[^<]*<\/mi>)((?:<mrow[^>]*>)?(?:<mo[^>]*class="tml-prime[^"]*"[^>]*>′<\/mo>)+(?:<\/mrow>)?)<\/msup>/g;
	return mathml.replace(primed, (_, letter: string, primes: string) => {
		const sign = primes.split('′').length > 2 ? '″' : '′';
		return `<mrow>${letter}<mo lspace="0em" rspace="0em">${sign}</mo></mrow>`;
	});
}
