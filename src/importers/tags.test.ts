import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

const read = (lines: readonly string[]) => readDocument({ fileName: 'plan.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) });

describe('columns of committee, theme and UN goal', () => {
	it('are read with several values in a cell', async () => {
		const { initiatives, problems } = await read([
			'Nr.,Indsats,Politisk udvalg,Klimatema,FN’s verdensmål',
			'1,Solceller,"Klima-, Miljø- og Teknikudvalget","Energi, bygninger","7, 11 og 13"',
			'2,Cykelstier,"Teknisk Udvalg; Økonomiudvalget","Energi, transport og affald",Verdensmål 13',
			'3,Varmeplan,ikke oplyst,-,',
		]);
		expect(initiatives.map(({ committee, theme, sdg }) => ({ committee, theme, sdg }))).toEqual([
			{ committee: ['Klima-, Miljø- og Teknikudvalget'], theme: ['Energi', 'bygninger'], sdg: ['7', '11', '13'] },
			{ committee: ['Teknisk Udvalg', 'Økonomiudvalget'], theme: ['Energi, transport og affald'], sdg: ['13'] },
			{ committee: [], theme: [], sdg: [] },
		]);
		expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['theme.perhaps-several', 'note']]);
	});

	it('ask about what is no goal, and about a name too long to be one', async () => {
		const { initiatives, problems } = await read(['Nr;Indsats;SDG;Udvalg', '1;Solceller;7 og 21;', `2;Varme;Ja;${'x'.repeat(121)}`]);
		expect(initiatives.map(({ sdg, committee }) => [sdg, committee])).toEqual([
			[['7'], []],
			[[], []],
		]);
		expect(problems.map(({ code, action, value }) => [code, action, value])).toEqual([
			['sdg.unknown', 'read-as', '7'],
			['tag.too-long', 'left-empty', null],
			['sdg.unknown', 'left-empty', null],
		]);
	});
});

describe('a column called "Tema"', () => {
	const told = { severity: 'note', code: 'heading.theme-or-section', action: 'read-as', column: 'Tema' };

	it('is the section where nothing else is, and says so', async () => {
		const { initiatives, problems } = await read(['Nr;Indsats;Tema', '1;Solceller;Energi']);
		expect(initiatives[0]).toMatchObject({ section: 'Energi', theme: [] });
		expect(problems).toMatchObject([{ ...told, value: 'section' }]);
	});

	it.each([
		['beside a column of sections', ['Nr;Indsats;Tema;Afsnit', '1;Solceller;Energi;Bygninger']],
		['under rows that head the others', ['Nr;Indsats;Tema', 'Bygninger;;', '1;Solceller;Energi']],
	])('is the theme %s', async (_, lines) => {
		const { initiatives, problems } = await read(lines);
		expect(initiatives[0]).toMatchObject({ section: 'Bygninger', theme: ['Energi'] });
		expect(problems).toMatchObject([{ ...told, value: 'theme' }]);
	});

	it('is what a person says it is', async () => {
		const columns = [
			{ heading: 'Nr', field: 'number' as const },
			{ heading: 'Indsats', field: 'title' as const },
			{ heading: 'Tema', field: 'theme' as const },
		];
		const bytes = new TextEncoder().encode('Nr;Indsats;Tema\n1;Solceller;Energi\n');
		const { initiatives, problems } = await readDocument({ fileName: 'plan.csv', bytes, mapping: [{ sheet: null, columns }] });
		expect(initiatives[0]).toMatchObject({ section: null, theme: ['Energi'] });
		expect(problems).toEqual([]);
	});
});
