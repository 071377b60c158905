import { partKinds, type PartKind, type ReportPart } from '#domain/followup/report-part.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { compareNaturally, compareWords } from '#domain/shared/natural-order.ts';
import type { Section } from '#domain/plan/plan.ts';
import { compose } from './freeze-round.ts';
import { hashFrozenRound, type FrozenLine, type FrozenRound } from './frozen-round.ts';

/** A part that a report can be limited to, with how many initiatives it has. */
export type PartChoice = ReportPart & { readonly count: number };

/** All parts of a frozen round, by kind in the order of `partKinds`, within a kind as people look for them. */
export function listParts({ lines, plan }: FrozenRound): PartChoice[] {
	return partKinds.flatMap((kind) => {
		const counts = new Map<string, number>();
		for (const line of lines) for (const value of listValues(line, kind, plan.sections)) counts.set(value, (counts.get(value) ?? 0) + 1);
		const places = plan.sections.map(({ title }) => title);
		const compare: (one: PartChoice, other: PartChoice) => number =
			kind === 'section'
				? (one, other) => places.indexOf(one.value) - places.indexOf(other.value)
				: (one, other) => (kind === 'sdg' ? compareNaturally : compareWords)(one.value, other.value);
		return [...counts].map(([value, count]) => ({ kind, value, count })).sort(compare);
	});
}

/**
 * The part of a frozen round that is about one committee, section, organisation unit, UN goal or theme, with its own figures and
 * first page. It keeps the hash of the whole. Words are compared without regard to case.
 * @throws DomainError not-found `report.part-unknown` when nothing belongs to it
 */
export function pickPart(frozen: FrozenRound, { kind, value }: ReportPart): FrozenRound {
	const { sections } = frozen.plan;
	const isMeant = (line: FrozenLine) => listValues(line, kind, sections).some((one) => fold(one) === fold(value));
	const found = frozen.lines.flatMap((line) => listValues(line, kind, sections)).find((one) => fold(one) === fold(value));
	if (found === undefined) throw new DomainError('not-found', 'report.part-unknown', { part: value.slice(0, 100) });
	const lines = frozen.lines.filter(isMeant);
	const ids = new Set(lines.map(({ initiative }) => initiative.id));
	const later = new Set(frozen.lines.map(({ initiative }) => initiative.id));
	const numbers = new Set(lines.map(({ initiative }) => initiative.number));
	// Account and path are the whole municipality's: beside a few initiatives they would seem to be of these.
	const { comparison, findings, events, accounts: _accounts, path: _path, figures: _figures, texts: _texts, ...rest } = frozen;
	// What left the plan belongs where it belonged.
	const isKept = ({ initiativeId, before }: NonNullable<typeof comparison>['changes'][number]) =>
		ids.has(initiativeId) || (!later.has(initiativeId) && before !== null && isMeant(before));
	return compose({
		...rest,
		lines,
		comparison: comparison && { ...comparison, changes: comparison.changes.filter(isKept) },
		events,
		findings: findings.filter(({ number }) => number !== null && numbers.has(number)),
		part: { kind, value: found, of: frozen.part?.of ?? hashFrozenRound(frozen) },
	});
}

function listValues({ initiative, tags, unit }: FrozenLine, kind: PartKind, sections: readonly Section[]): readonly string[] {
	if (kind === 'section') return sections.filter(({ id }) => id === initiative.sectionId).map(({ title }) => title);
	if (kind === 'unit') return unit === null ? [] : [unit];
	return tags.filter((tag) => tag.kind === kind).map((tag) => tag.value);
}

function fold(text: string): string {
	return text.normalize('NFC').toLowerCase().trim();
}
