import { describe, expect, it } from 'vitest';
import type { State } from '#domain/followup/assessment.ts';
import { listTitles } from '#domain/followup/list-titles.ts';
import { makePathReport } from '#domain/followup/path-report.ts';
import { formatProbability } from '#text/path-words.ts';
import { listElements, readPdf } from '../../test/read-pdf.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { readExamplePath } from '../../test/soroe-path.ts';
import { freezePath } from './freeze-path.ts';
import type { FrozenPath } from './frozen-figures.ts';
import { makePathSheet } from './path-sheet.ts';
import { writePathSection } from './path-section.ts';
import { listTargets } from './path-tables.ts';
import { printableText } from './printable-text.ts';
import { renderPathSheet } from './render-path-sheet.ts';

const followUp = readSoroeFollowUp();
const others = [{ name: 'Ballerup', document: readExamplePath('ballerup'), rounds: [] }];
const report = makePathReport(readExamplePath('soroe'), { rounds: [followUp], earliest: 2027, others });
const titles = new Map(followUp.lines.map(({ initiative }) => [initiative.number, initiative.title]));
const path = freezePath(report, { account: [{ year: 2023, tonnes: 191_143 }], titles });
const content = { municipality: 'Sorø', path, lines: followUp.lines, sources: ['Kilde'] };

describe('the page of Sorø', async () => {
	const { bytes, hash } = await renderPathSheet(content, 'da');
	const pdf = await readPdf(bytes);

	it('is one page, A4, tagged, and says what a committee asks', () => {
		expect(pdf.pages).toHaveLength(1);
		expect(pdf.isTagged).toBe(true);
		expect(pdf.title).toBe('Hvor står vi i ton, Sorø Kommune');
		const text = pdf.pages[0]?.text.replaceAll(/\s+/g, ' ') ?? '';
		for (const words of [
			'mangler der 46.300 ton CO2e i 2030',
			'illustrativt',
			'Det går fremad',
			'23.000 ton CO2e mere udledt',
			'Det anbefales',
			hash,
		])
			expect(text).toContain(words);
	});

	it('has its three pictures in words', () => {
		const pictures = pdf.pages.flatMap(({ tree }) => listElements(tree, 'Figure')).map(({ alt }) => alt);
		expect(pictures).toHaveLength(3);
		expect(pictures.at(-1)).toContain('målet er 90.000 ton CO2e');
	});

	it('keeps every line of the picture whole on its way to the paper', () => {
		expect(printableText(makePathSheet(content, 'da').picture?.svg ?? '', () => true)).not.toContain('\u200B');
	});

	it('is the same bytes for the same content', async () => {
		expect(Buffer.compare((await renderPathSheet(content, 'da')).bytes, bytes)).toBe(0);
	});

	it('names at most five lines of each, with numbers', () => {
		const { attention, done } = makePathSheet(content, 'en');
		expect(attention.lines.map(({ number }) => number).slice(0, 2)).toEqual(['1', '16']);
		expect(attention.lines.length).toBeLessThanOrEqual(5);
		expect(done.lines[0]).toMatchObject({ number: '1', title: 'Solcelleanlæg ved Vedde', text: '13,000 tonnes CO2e in 2030, as decided.' });
	});
});

it('says of a measure that waits for another what that is and how it stands', () => {
	const soroe = readExamplePath('soroe');
	const relations = [{ kind: 'requires', measure: 'moerup' }] as const;
	const measures = soroe.scenario.measures.map((each) => (each.id === 'vedde' ? { ...each, relations } : each));
	const document = { ...soroe, scenario: { ...soroe.scenario, measures } };
	const waiting = freezePath(makePathReport(document, { rounds: [followUp], earliest: 2027, others }), { account: [], titles });
	const said = /Vedde: Forudsætter .*Mørup.*, som først virker fra 2026 i stedet for 2025\./;
	expect(
		makePathSheet({ ...content, path: waiting }, 'da')
			.attention.lines.map(({ text }) => text)
			.join(),
	).toMatch(said);
	expect(JSON.stringify(writePathSection(waiting, 'da'))).toMatch(said);
	expect(waiting.measures.find(({ measure }) => measure === 'vedde')?.isDone).toBe(false);
});

it('does not say of a saving that it needs attention, and names a cause without an initiative by its measures', () => {
	const [cause] = path.causes;
	const find = (own: Partial<FrozenPath['causes'][number]>) =>
		makePathSheet({ ...content, path: { ...path, causes: [{ ...cause!, ...own }] }, lines: [] }, 'da').attention.lines;
	expect(find({ sum: -5000 })).toEqual([]);
	const without = { initiative: null, sum: 5000 };
	expect(find({ ...without, title: 'Varmepumper' })).toMatchObject([{ number: null, title: 'Varmepumper' }]);
	expect(find({ ...without, title: null })[0]?.title).toBe(path.measures.find(({ measure }) => measure === cause!.measures[0])?.title);
	expect(find({ ...without, title: null, measures: [] })).toMatchObject([{ title: 'Uden indsats', text: '5.000 ton CO2e mere udledt.' }]);
	expect(find({ sum: null })[0]?.text).not.toContain('mere udledt');
});

it('says the net of what is listed, and what speaks against it, so that nobody adds up more than there is', () => {
	const [cause] = path.causes;
	const make = (own: Partial<FrozenPath>) => makePathSheet({ ...content, path: { ...path, ...own } }, 'da').attention.lead;
	expect(make({})).toBe(
		'Det, der er rykket eller faldet bort, betyder 23.800 ton CO2e mere udledt i perioden, mest i 2025: 23.000 ton CO2e. (illustrativt)',
	);
	const less = { ...cause!, initiative: '8', title: 'Lavbund', sum: -5300, worst: null };
	const net = { difference: { sum: 18_500, worst: { year: 2025, tonnes: 23_000 } }, causes: [...path.causes, less] };
	expect(make(net)).toMatch(/betyder netto 18\.500 ton CO2e mere udledt .* Imod trækker 8 Lavbund: 5\.300 ton CO2e mindre udledt\.$/);
	// What was taken in later says what it was offered at, where it is named.
	const offered = { year: 2030, tonnes: 342, counts: 3805, because: 'stated tonnes' } as const;
	const measures = path.measures.map((each) =>
		less.measures.includes(each.measure) ? { ...each, how: each.how && { ...each.how, offered } } : each,
	);
	expect(make({ ...net, causes: [less], measures })).toMatch(
		/: Tilbudt til 342 ton CO2e i 2030, lagt til sidst\. På sin plads tæller det 3\.810 /,
	);
	const many = Array.from({ length: 4 }, () => less);
	expect(make({ ...net, causes: [...path.causes, ...many] })).toContain('Imod trækker 4 indsatser: 21.200 ton CO2e mindre udledt.');
	expect(make({ causes: [] })).toBeNull();
	// Where the net is less, what makes it so is the cause, and only the rest speaks against it.
	const saved = { difference: { sum: -5300, worst: null }, causes: [less] };
	expect(make(saved)).toMatch(/betyder 5\.300 ton CO2e mindre udledt .* Det skyldes 8 Lavbund: 5\.300 ton CO2e mindre udledt\.$/);
	const both = { difference: { sum: -4300, worst: null }, causes: [{ ...less, sum: 1000, initiative: '9', title: 'Skov' }, less] };
	expect(make(both)).toMatch(/Det skyldes 8 Lavbund: 5\.300 .* Imod trækker 9 Skov: 1\.000 ton CO2e mere udledt\.$/);
	expect(makePathSheet({ ...content, path: { ...path, ...saved } }, 'en').attention.lead).toMatch(
		/This is due to 8 Lavbund: 5,300 .* less/,
	);
	const none = (own: Partial<FrozenPath>) => makePathSheet({ ...content, path: { ...path, ...saved, ...own } }, 'da').attention.none;
	expect(none({})).toBe('Intet er rødt, og det, der er rykket eller faldet bort, fører ikke til mere udledt.');
	expect(none({ measures: [] })).toBe('Intet er rykket eller rødt.');
	// An older report's causes are of something else, and it says what it said.
	expect(make({ ...net, sharing: undefined })).toBeNull();
});

it('keeps the title of an initiative that was taken out of the plan', () => {
	const earlier = { ...followUp, round: { ...followUp.round, year: 2022 } };
	const without = { ...followUp, lines: followUp.lines.filter(({ initiative }) => initiative.number !== '16') };
	const rounds = [without, earlier];
	const taken = freezePath(makePathReport(readExamplePath('soroe'), { rounds, earliest: 2027, others: [] }), {
		account: [],
		titles: listTitles(rounds),
	});
	expect(taken.causes.find(({ initiative }) => initiative === '16')?.title).toBe(titles.get('16'));
});

it('names nothing red as moving ahead, whichever colour is red', () => {
	for (const red of [{ progress: 'red' }, { fulfilment: 'red' }] as const) {
		const none = { state: 'in progress', progress: 'green', fulfilment: 'green', note: null };
		const lines = followUp.lines.map((line) => ({
			...line,
			assessment: { ...none, ...line.assessment, ...red } as typeof line.assessment,
		}));
		const { done, attention } = makePathSheet({ ...content, lines, path: { ...path, causes: [] } }, 'da');
		expect(done).toMatchObject({ lines: [], none: expect.stringContaining('røde i opfølgningen') });
		expect(attention.lines).toHaveLength(5);
	}
});

it('says a probability as the page does', () => {
	const [target] = path.targets;
	const blocks = listTargets({ ...path, targets: [{ ...target!, decided: 0.745, standing: 0.745 }] }, 'da');
	expect(JSON.stringify(blocks)).toContain(JSON.stringify(formatProbability(0.745, 'da')));
	expect(formatProbability(0.745, 'da')).toMatch(/^75/);
});

it('says why nothing is named as done', () => {
	const none = (own: Partial<FrozenPath>) => makePathSheet({ ...content, path: { ...path, causes: [], ...own }, lines: [] }, 'da');
	const measures = (state: State) => path.measures.map((each) => ({ ...each, isDone: false, how: each.how && { ...each.how, state } }));
	expect(none({ measures: measures('not started') }).done.none).toBe('Ingen virkemidler er begyndt endnu.');
	expect(none({ measures: measures('in progress') }).done.none).toContain('Ingen af de virkemidler, der er begyndt');
	const before = none({ round: null, measures: measures('in progress') });
	expect(before.done.none).toContain('ingen opfølgning endnu');
	expect(before.attention.none).toContain('ingen opfølgning endnu');
	// Mørup is moved in the example, though nothing more is emitted for it here.
	expect(none({}).attention.none).toBe('Intet er rødt, og det, der er rykket eller faldet bort, fører ikke til mere udledt.');
	const asDecided = path.measures.map((each) => ({ ...each, how: each.how && { ...each.how, start: each.how.decidedStart } }));
	expect(none({ measures: asDecided }).attention.none).toBe('Intet er rykket eller rødt.');
});

it('before the first round it says so, and needs no colours', async () => {
	const plain = makePathReport(readExamplePath('ballerup'), { rounds: [], earliest: 2027, others: [] });
	const early = { ...content, path: freezePath(plain, { account: [], titles: new Map() }), lines: [] };
	expect(makePathSheet(early, 'da')).toMatchObject({ masthead: ['Endnu uden opfølgning', 'Sagsnummer: ikke oplyst'], bars: [] });
	expect((await readPdf((await renderPathSheet(early, 'da')).bytes)).pages).toHaveLength(1);
});

it('names the wedges without a table that is not on its page, and a cause that adds in no year has a dash', () => {
	const { picture } = makePathSheet(content, 'da');
	expect(JSON.stringify(picture)).toContain('Indsatsernes bidrag, med nummer; bogstaver er virkemidler uden indsats');
	expect(JSON.stringify(picture)).not.toContain('tabellen');
	const causes = [{ ...path.causes[0]!, worst: null }];
	const rows = writePathSection({ ...path, causes }, 'da')?.blocks.flatMap((block) => ('rows' in block ? block.rows : []));
	expect(rows?.some(({ cells }) => cells[2] === '–' && cells[1] !== '–')).toBe(true);
});
