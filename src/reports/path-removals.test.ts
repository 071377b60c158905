import { describe, expect, it } from 'vitest';
import { makePathwayPicture } from '#charts/picture-of-path.ts';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { makePathReport } from '#domain/followup/path-report.ts';
import { makeCell, makeMeasure } from '../../test/made-scenario.ts';
import { freezeSoroe } from '../../test/soroe-figures.ts';
import { readExamplePath } from '../../test/soroe-path.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { makeRoundSheet } from './round-sheet.ts';
import { writeStatusReport } from './status-report.ts';

const said = /^Klimaregnskabet er her udledningen alene\. .* optag trukket fra: 1\.200 ton CO2e i 2030/;
const soroe = readExamplePath('soroe');

function plant(counts: 'net' | 'gross'): PathDocument {
	const { scenario } = soroe;
	const forest = makeMeasure('skov', [{ kind: 'uptake', tonnes: 1200 }]);
	const measures = [...scenario.measures, forest];
	const order = scenario.order && [...scenario.order, forest.id];
	return { ...soroe, scenario: { ...scenario, measures, order, targets: scenario.targets && { ...scenario.targets, counts } } };
}

const freeze = (document: PathDocument, hasAccount = true) => freezeSoroe(hasAccount ? undefined : [], document);
const read = (frozen: ReturnType<typeof freezeSoroe>) => {
	const blocks = writeStatusReport(frozen, 'da').figures.find(({ kind }) => kind === 'path')?.blocks ?? [];
	const after = blocks[blocks.findIndex(({ kind }) => kind === 'picture') + 1];
	return {
		beside: (after?.kind === 'note' ? after.text : '').replaceAll('\u00a0', ' '),
		sheet: (makeRoundSheet(frozen, 'da').picture?.note ?? '').replaceAll('\u00a0', ' '),
	};
};

describe('a path that is less what is taken up', () => {
	it('says beside the picture that the account in it is not', () => {
		const frozen = freeze(plant('net'));
		expect(read(frozen)).toEqual({ beside: expect.stringMatching(said), sheet: expect.stringMatching(said) });
		expect(read(parseFrozenRound(writeCanonicalJson(frozen)))).toEqual(read(frozen));
	});

	it('says nothing where both count the same, or no account is drawn', () => {
		const none = { beside: '', sheet: '' };
		expect(read(freeze(plant('gross')))).toEqual(none);
		expect(read(freeze(soroe))).toEqual(none);
		expect(read(freeze(plant('net'), false))).toEqual(none);
		expect(writeCanonicalJson(freeze(soroe))).not.toContain('"removals":[');
	});
});

it('says nothing where the account is less what is taken up itself, as a sector that takes up more than it emits makes it', () => {
	const forest = makeCell('Skov', 'skov', { activity: 500, kg: -10_000, unit: 'ha', removal: true });
	const document = { ...soroe, scenario: { ...soroe.scenario, cells: [...soroe.scenario.cells, forest] } };
	const report = makePathReport(document, { rounds: [], earliest: 2027, others: [] });
	const { years, baseline } = report.gap.decided;
	const picture = (row: typeof baseline.net) =>
		makePathwayPicture(report, [{ year: years[0] ?? 0, tonnes: row[0] ?? 0 }], { side: 'decided', attribution: 'in order' });
	expect(baseline.net[0]).toBeLessThan(baseline.gross[0] ?? 0);
	expect(picture(baseline.gross)).toHaveProperty('removals');
	expect(picture(baseline.net)).not.toHaveProperty('removals');
	// Emissions that have fallen since make no account net.
	const [base, later] = [0, 1].map((place) => ({ year: years[place] ?? 0, tonnes: (place ? baseline.net : baseline.gross)[place] ?? 0 }));
	const both = makePathwayPicture(report, [later!, base!], { side: 'decided', attribution: 'in order' });
	expect(both).toHaveProperty('removals');
});
