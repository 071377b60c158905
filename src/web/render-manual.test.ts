import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderManual } from './render-manual.ts';

const labels = { table: 'Tabel', formula: 'Formel' };
const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
// A formula in a text may be divided in parts, so that it can be broken between lines.
const formulas = (html: string) => html.match(/<math/g)?.length ?? 0;

it('sets headings, formulas and tables, with a table of contents', () => {
	const page = renderManual('# Titel\n\n## 1. Æble og $x$\n\n$$ E = A \\cdot f $$\n\n| a | b |\n| - | - |\n| 1 | 2 |\n', labels);
	expect(page.title).toBe('Titel');
	expect(page.contents).toEqual([{ id: '1-æble-og-x', text: '1. Æble og $x$' }]);
	expect(formulas(page.html)).toBe(2);
	for (const part of [
		'<h2 id="1-æble-og-x">',
		'class="formula"',
		'<th scope="col">a</th>',
		'<th scope="row">1</th>',
		'aria-label="Tabel 1"',
		'aria-label="Formel 1"',
	])
		expect(page.html).toContain(part);
});

it('makes cards of the rows of a table that is too wide for a phone, with what each figure is', () => {
	const table = (columns: string[]) =>
		renderManual(`| | ${columns.join(' | ')} |\n|${' - |'.repeat(columns.length + 1)}\n| A |${' 1 |'.repeat(columns.length)}\n`, labels)
			.html;
	expect(table(['alene', 'sidst "til"', 'x', 'Shapley'])).toContain('<td data-name="sidst &quot;til&quot;">1</td>');
	expect(table(['alene', 'sidst', 'x', 'Shapley'])).toContain('class="table as-cards"');
	expect(table(['alene', 'sidst'])).not.toMatch(/as-cards|data-name/);
});

it('leads to no page that the site does not have, and has no style of its own', () => {
	const { html } = renderManual('[fil](scenario-json.md) og [side](https://example.org)\n\n$$ \\sum_{i} \\frac{a}{b} $$', labels);
	expect(html).toContain('<p>fil og <a href="https://example.org">side</a></p>');
	expect(html).not.toContain('style=');
});

it('sets a prime beside its letter: raised like an exponent it is too small to be seen', () => {
	const { html } = renderManual("$A' = A'' f''$", labels);
	expect(html).toContain('<mi>A</mi><mo lspace="0em" rspace="0em">′</mo>');
	expect(html.match(/″/g)).toHaveLength(2);
	expect(html).not.toContain('<msup>');
});

it('shows the same method in both languages: as many sections, formulas and tables', () => {
	const [danish, english] = [renderManual(read('metode.md'), labels), renderManual(read('method.md'), labels)];
	expect(danish.contents.length).toBe(english.contents.length);
	expect(danish.contents.length).toBeGreaterThan(9);
	expect(formulas(danish.html)).toBe(formulas(english.html));
	expect(formulas(danish.html)).toBeGreaterThan(40);
	expect(danish.html.match(/<table/g)?.length).toBe(english.html.match(/<table/g)?.length);
	// A formula that was not recognised would stand there as typed.
	for (const { html } of [danish, english])
		expect(html.replaceAll(/<annotation[\s\S]*?<\/annotation>/g, '')).not.toMatch(/\$|\\frac|\\sum/);
});
