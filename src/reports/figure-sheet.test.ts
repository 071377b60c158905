import { expect, it } from 'vitest';
import { writeFigure } from './figure-cell.ts';
import { makeFigureSheet } from './figure-sheet.ts';

const marked = writeFigure(1_234_567, 'da', { mark: 'GJ, beregnet af tal pr. indbygger' });
const sheet = makeFigureSheet({
	kind: 'account',
	title: 'Grønt regnskab',
	blocks: [
		{
			kind: 'table',
			caption: 'Nøgletal',
			columns: [
				{ name: 'Nøgletal', isNumber: false, share: 1 },
				{ name: 'En overskrift, der er længere end sin kolonne', isNumber: true, share: 1 },
			],
			rows: [{ cells: ['Et virkemiddel med en lang forklaring, der fylder mere end én linje i sin kolonne', marked], isStrong: false }],
		},
	],
});

it('gives a number room for what is said beside it, as it does not wrap', () => {
	expect(sheet.columns?.map(({ width }) => width)).toEqual([44, marked.text.length + 2]);
});

it('gives words no more room than the first column has', () => {
	const words = makeFigureSheet({
		kind: 'path',
		title: 'Stien',
		blocks: [
			{
				kind: 'table',
				caption: 'Årsager',
				columns: ['Årsag', 'Hvorfor', 'Kort'].map((name) => ({ name, isNumber: false, share: 1 })),
				rows: [{ cells: ['1', 'Rykket fra 2025 til 2026, fordi stationen mangler, og anlægget venter', 'Nej'], isStrong: false }],
			},
		],
	});
	expect(words.columns?.map(({ width }) => width)).toEqual([44, 44, 18]);
});

it('says the height of a row whose words wrap', () => {
	const heights = [...(sheet.rowDefs ?? [])].map(([, row]) => row.height ?? 0);
	// Title, empty line, caption, headings, row.
	expect(heights).toEqual([24, 18, expect.any(Number), expect.any(Number), 48, 18]);
	expect(heights[3]).toBeGreaterThanOrEqual(33);
});

it('says what a picture marks with a star without it, as there is no picture', () => {
	const note = { kind: 'note', text: '* 2022: summen mangler tal.', inSheet: '2022: summen mangler tal.' } as const;
	const { cells } = makeFigureSheet({ kind: 'account', title: 'Grønt regnskab', blocks: [note, { kind: 'note', text: 'Andet.' }] });
	expect([...(cells ?? [])].map(([, cell]) => cell.value)).toEqual(['Grønt regnskab', '2022: summen mangler tal.', 'Andet.']);
});
