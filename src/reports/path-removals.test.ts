import { describe, expect, it } from 'vitest';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { makeMeasure } from '../../test/made-scenario.ts';
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
