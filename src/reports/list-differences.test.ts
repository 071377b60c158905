import { expect, it } from 'vitest';
import { compareRounds } from '#domain/followup/compare-rounds.ts';
import type { PlanEvent } from '#domain/followup/plan-event.ts';
import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import { sortTags } from '#domain/plan/initiative.ts';
import { makeFollowUp, makeManyLines } from '../../test/made-up-follow-up.ts';
import { freezeSoroe } from '../../test/soroe-figures.ts';
import { readSoroeFollowUp } from '../../test/soroe-follow-up.ts';
import { writeCanonicalJson } from './canonical-json.ts';
import { freezeRound, type LineFacts } from './freeze-round.ts';
import type { FrozenLine, FrozenRound } from './frozen-round.ts';
import { parseFrozenRound } from './frozen-round-schema.ts';
import { listDifferences } from './list-differences.ts';
import { listFactDifferences } from './list-fact-differences.ts';
import { writeCorrection } from './write-correction.ts';

const tags = sortTags([
	{ kind: 'sdg', value: '13' },
	{ kind: 'theme', value: 'Energi' },
	{ kind: 'sdg', value: '7' },
]);
const relations = [{ kind: 'see', targetNumber: '2' }] as const;

function freeze(): FrozenRound {
	const [was, is] = [
		makeFollowUp(makeManyLines(2)),
		makeFollowUp([{ number: '1', relations }, ...makeManyLines(3).slice(1)], { year: 2024 }),
	];
	const around: LineFacts = { tags, unit: 'Teknik og Miljø', colourReason: 'Fristen er flyttet' };
	const happened: PlanEvent = {
		...{ year: 2024, kind: 'added', initiativeId: 'initiative-3', otherId: null, before: null, after: '3' },
		...{ decision: 'Byrådet', caseNumber: null, who: 'p', at: new Date(0) },
	};
	const { accounts = [], path } = freezeSoroe();
	return freezeRound({
		...{ followUp: is, comparison: compareRounds(was, is), earlierSha256: 'a'.repeat(64), events: [happened], version: 1, accounts, path },
		findings: checkPlan(readSoroeFollowUp()).slice(0, 2),
		meeting: { body: 'Klimaudvalget', date: '2024-06-03', caseNumber: '24/1' },
		facts: new Map(is.lines.map(({ initiative }) => [initiative.id, around])),
	});
}
const frozen = freeze();

const list = (later: FrozenRound) => [...listDifferences(frozen, later), ...listFactDifferences(frozen, later)].map(({ field }) => field);
const change = (edit: (line: FrozenLine) => Partial<FrozenLine>): FrozenRound => ({
	...frozen,
	lines: frozen.lines.map((line, place) => (place === 0 ? { ...line, ...edit(line) } : line)),
});

/** The same with one value in it another, once for each value; the way to it says which. */
function* listMoved(value: unknown, way: string): Generator<{ way: string; moved: unknown }> {
	if (Array.isArray(value)) {
		if (value.length > 0) yield { way: `${way}[]`, moved: value.slice(1) };
		for (const { way: on, moved } of listMoved(value[0], `${way}[0]`)) yield { way: on, moved: [moved, ...value.slice(1)] };
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, part] of Object.entries(value))
			for (const { way: on, moved } of listMoved(part, `${way}.${key}`)) yield { way: on, moved: { ...value, [key]: moved } };
	} else if (value !== undefined)
		yield { way, moved: typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'andet' };
}

// What follows from the rest, or says which version and layout it is.
const apart = ['schema', 'layoutVersion', 'version', 'correction', 'figures', 'texts', 'part', 'comparison'];

it('names a difference whatever it is that differs', () => {
	const ways: string[] = [];
	for (const [key, value] of Object.entries(frozen).filter(([name]) => !apart.includes(name)))
		for (const { way, moved } of listMoved(value, key)) {
			ways.push(way);
			expect(list({ ...frozen, [key]: moved }), way).not.toEqual([]);
		}
	for (const way of [
		'lines[0].unit',
		'lines[0].tags[0].value',
		'lines[0].initiative.relations[0].kind',
		'findings[0].key',
		'municipality.code',
	])
		expect(ways).toContain(way);
	expect(ways.length).toBeGreaterThan(60);
	const { comparison } = frozen;
	if (!comparison) throw new Error('nothing to compare with');
	expect(list({ ...frozen, comparison: { ...comparison, earlierSha256: null } })).toEqual(['comparedWith']);
	const before = comparison.changes.map((each) => ({
		...each,
		before: each.before?.assessment ? { ...each.before, assessment: { ...each.before.assessment, remark: 'Rettet' } } : each.before,
	}));
	expect(list({ ...frozen, comparison: { ...comparison, changes: before } })).toEqual(['comparedWith']);
});

it('names none where only the order of tags is another, or what a later program makes of the same', () => {
	const turned = change((line) => ({ tags: line.tags.toReversed() }));
	expect(list({ ...turned, layoutVersion: 99, isRun: true, texts: { ...frozen.texts, da: frozen.texts.en } })).toEqual([]);
});

it('says what unit, tags and references were and are, and that plan check, account and path have changed', () => {
	const moved = change((line) => ({
		unit: 'Kultur',
		tags: sortTags([...line.tags.filter(({ value }) => value !== '7'), { kind: 'committee', value: 'Klimaudvalget' }]),
		initiative: { ...line.initiative, relations: [{ kind: 'counted inside', targetNumber: '2' }] },
	}));
	const [account, ...others] = frozen.accounts ?? [];
	const accounts = account ? [{ ...account, years: account.years.slice(0, -1) }, ...others] : [];
	const path = frozen.path && { ...frozen.path, shortfallSum: 1 };
	const later: FrozenRound = { ...moved, accounts, path, findings: frozen.findings.slice(1), version: 2 };
	const facts = listFactDifferences(frozen, later);
	const replaces = { version: 1, sha256: 'a'.repeat(64) };
	const correction = { replaces, reason: 'Flyttet', differences: listDifferences(frozen, later), facts };
	const back = parseFrozenRound(writeCanonicalJson({ ...later, correction }));
	const title = frozen.lines[0]?.initiative.title;
	expect(writeCorrection(back, 'da')?.differences).toEqual([
		`1 ${title}: henvisninger til andre indsatser »Ses i sammenhæng med indsats 2« → »Reduktionen er regnet med under indsats 2«`,
		`1 ${title}: enhed »Teknik og Miljø« → »Kultur«`,
		`1 ${title}: udvalg »ikke oplyst« → »Klimaudvalget«`,
		`1 ${title}: verdensmål »7, 13« → »13«`,
		'Plantjekkets bemærkninger: »2« → »1«',
		'Grønt regnskab: ændret',
		'Stien i ton: ændret',
	]);
});
