import { expect, it } from 'vitest';
import type { PathDocument } from '#domain/followup/path-document.ts';
import { freezeSoroe } from '../../test/soroe-figures.ts';
import { readExamplePath } from '../../test/soroe-path.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { writeStatusReport } from './status-report.ts';

const soroe = readExamplePath('soroe');
const level = { year: 1990, tonnes: 300_000, gwpSet: 'AR5', method: null } as const;

function freeze(source: string | null) {
	const document: PathDocument = { ...soroe, scenario: { ...soroe.scenario, reference: { ...level, source } } };
	return freezeSoroe(undefined, document);
}

function read(frozen: ReturnType<typeof freeze>): string | undefined {
	const blocks = writeStatusReport(frozen, 'da').figures.find(({ kind }) => kind === 'path')?.blocks ?? [];
	const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.lines : []));
	return lines.find((line) => line.startsWith('Udgangspunkt 1990'))?.replaceAll('\u00a0', ' ');
}

it('a reference level with a source and no method is said with its source, also when the report is read again', () => {
	const frozen = freeze('Klimaplanen s. 4');
	expect(read(frozen)).toContain('Udgangspunkt 1990: 300.000 ton CO2e. Klimaplanen s. 4');
	expect(read(parseFrozenRound(writeCanonicalJson(frozen)))).toBe(read(frozen));
});

it('a report from before, which has no such source, says what it said', () => {
	const { path, ...rest } = freeze('Klimaplanen s. 4');
	const { source: _source, ...reference } = path?.sources.reference ?? { ...level, source: '' };
	const before = { ...rest, ...(path && { path: { ...path, sources: { ...path.sources, reference } } }) };
	expect(read(parseFrozenRound(writeCanonicalJson(before)))).toContain('kilden er ikke oplyst');
	expect(writeCanonicalJson(freeze(null).path?.sources)).toBe(writeCanonicalJson(before.path?.sources));
});
