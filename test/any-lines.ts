import fc from 'fast-check';
import { fulfilmentColours, progressColours, states } from '#domain/followup/assessment.ts';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { co2Relations, priorities } from '#domain/plan/initiative.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { makeFollowUp, type MadeUpLine } from './made-up-follow-up.ts';

const maybe = <Value>(...values: readonly Value[]) => fc.constantFrom(...values, null);

const anyLine: fc.Arbitrary<Omit<MadeUpLine, 'number'>> = fc.record({
	sectionId: maybe('section-0', 'section-1', 'section-2'),
	title: fc.constantFrom('Solceller', 'Fjernvarme', 'Ladestandere', 'Åben land'),
	sector: maybe('Energi', 'Transport'),
	startDate: maybe(calendarDate(2021, 7, 1) ?? null, calendarDate(2025, 1, 1) ?? null),
	priority: maybe(...priorities),
	responsible: maybe('Teknik, miljø og drift', 'Økonomi og stab'),
	budget: maybe('Energipuljen', '-'),
	co2Relation: maybe(...co2Relations),
	co2RelationText: maybe('Beregnet', 'Medtaget i BAU', 'under indsats nr. 3'),
	state: maybe(...states),
	stateText: maybe('I gang', 'Delvis i gang', 'Delvist i gang'),
	progress: maybe(...progressColours),
	fulfilment: maybe(...fulfilmentColours),
	fulfilmentText: maybe('Langt til målet.'),
	remark: maybe('Borgermøder er holdt.', 'Se indsats 2 og 40.', 'I alt 100 ton: 40 ton for A og 50 ton for B.'),
});

/** Any round of up to twelve initiatives, numbered from 1, some of them without an assessment. */
export const anyLines: fc.Arbitrary<readonly AssessedInitiative[]> = fc
	.array(fc.tuple(anyLine, fc.boolean()), { maxLength: 12 })
	.map((all) =>
		makeFollowUp(all.map(([line], place) => ({ ...line, number: String(place + 1) }))).lines.map((line, place) =>
			all[place]?.[1] ? line : { ...line, assessment: null },
		),
	);
