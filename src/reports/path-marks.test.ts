import { expect, it } from 'vitest';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { freezeSoroe } from '../../test/soroe-figures.ts';
import { readExamplePath } from '../../test/soroe-path.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { hasMarkedTonnes } from './path-marks.ts';
import { writeSlip } from './path-section.ts';
import { listYears, tableOfMeasures } from './path-tables.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';

const soroe = readExamplePath('soroe');
const known = soroe.scenario.measures.map((each) => ({ ...each, quality: 'calculated' as const }));

function freeze(illustrative: PathDocument['illustrative'], effects?: (typeof known)[number]['effects']) {
	const measures = known.map((each) => ({ ...each, ...(effects && { effects }) }));
	const frozen = freezeSoroe([], { ...soroe, illustrative, scenario: { ...soroe.scenario, measures } });
	return parseFrozenRound(writeCanonicalJson(frozen)).path!;
}

it('marks the tonnes of a share of a baseline that no document states, though its effect is calculated', () => {
	const share = [{ kind: 'reduce need', sector: soroe.scenario.cells[0]!.sector, carriers: 'all', share: 0.09 }] as const;
	const path = freeze(['baseline'], share);
	expect(path.measures.every(hasMarkedTonnes)).toBe(true);
	expect(JSON.stringify(tableOfMeasures(path, 'da'))).toContain('(illustrativt)');
	expect(writeSlip(path, 'da')).toContain('(illustrativt)');
	// A report from before it was said keeps what it said then.
	const older = { ...path, measures: path.measures.map(({ isOfIllustrative: _, ...each }) => each) };
	expect(writeSlip(older, 'da')).not.toContain('(illustrativt)');
});

it('marks no tonnes that are stated as such, nor shares of a baseline that is documented', () => {
	const tonnes = [{ kind: 'uptake', tonnes: 100 }] as const;
	expect(freeze(['baseline'], tonnes).measures.some(hasMarkedTonnes)).toBe(false);
	expect(freeze(['targets', 'reference']).measures.some(hasMarkedTonnes)).toBe(false);
});

it('marks each column of the years by what its figures rest on', () => {
	const readMarked = (
		illustrative: PathDocument['illustrative'],
		scenario: PathDocument['scenario'] = { ...soroe.scenario, measures: known },
	) => {
		const frozen = freezeSoroe([], { ...soroe, illustrative, scenario });
		const table = listYears(parseFrozenRound(writeCanonicalJson(frozen)).path!, 'da').find(({ kind }) => kind === 'table');
		const columns = table?.kind === 'table' ? table.columns.map(({ name }) => name) : [];
		return columns.filter((name) => name.includes('(illustrativt)')).map((name) => name.replace(' (illustrativt)', ''));
	};
	expect(readMarked([])).toEqual([]);
	expect(readMarked(['targets'])).toEqual(['Målsti', 'Manko']);
	expect(readMarked(['baseline'])).toEqual(['Uden planen', 'Som besluttet', 'Som det står nu', 'Manko']);
	// Measures that no document states are in the paths and in what is short, not in what they are held against.
	expect(readMarked([], soroe.scenario)).toEqual(['Som besluttet', 'Som det står nu', 'Manko']);
});
