import type { Assessment, Fulfilment, Progress, State } from '#domain/followup/assessment.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { AssessedInitiative, FollowUp } from '#domain/followup/status-round.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import type { Initiative, Priority } from '#domain/plan/initiative.ts';

/** What a made-up line says; everything left out is not stated. */
export type MadeUpLine = Partial<Omit<Initiative, 'id' | 'position' | 'version'>> &
	Partial<Omit<Assessment, 'initiativeId' | 'year' | 'version'>> & { readonly number: string };

/** A follow-up of a municipality that does not exist, in three headings, with the lines given. */
export function makeFollowUp(lines: readonly MadeUpLine[], { year = 2023, statusDate = `${year}-05-01` as string | null } = {}): FollowUp {
	return {
		municipality: { code: '0999', name: 'Prøvested', slug: 'proevested', region: 'Region Prøve', population: 30_000, populationYear: 2024 },
		plan: {
			id: 'plan-1',
			municipalityCode: '0999',
			title: 'Klimahandleplan',
			periodStart: 2022,
			periodEnd: 2025,
			legendId: legend.id,
			sections: ['Energi', 'Transport og mobilitet', 'Landbrug og arealer'].map((title, position) => ({
				id: `section-${position}`,
				title,
				position,
			})),
			initiatives: [],
			figures: [],
			source: 'Prøvested Kommune, Klimahandleplan 2022-2025',
		},
		legend,
		round: {
			planId: 'plan-1',
			year,
			title: `Status ${year}`,
			statusDate,
			source: 'Prøvested Kommune, årlig opfølgning',
			version: 1,
		},
		lines: lines.map((line, position) => makeLine(line, position, year)),
	};
}

function makeLine(line: MadeUpLine, position: number, year: number): AssessedInitiative {
	const initiative: Initiative = {
		id: `initiative-${line.number}`,
		number: line.number,
		position,
		sectionId: line.sectionId ?? null,
		title: line.title ?? `Indsats ${line.number}`,
		sector: line.sector ?? null,
		startDate: line.startDate ?? null,
		deadline: line.deadline ?? null,
		priority: line.priority ?? null,
		priorityText: line.priorityText ?? null,
		responsible: line.responsible ?? null,
		budget: line.budget ?? null,
		co2Relation: line.co2Relation ?? null,
		co2RelationText: line.co2RelationText ?? null,
		sphere: line.sphere ?? null,
		quantity: line.quantity ?? null,
		relations: line.relations ?? [],
		version: 1,
	};
	const assessment: Assessment = {
		initiativeId: initiative.id,
		year,
		state: line.state ?? null,
		stateText: line.stateText ?? null,
		progress: line.progress ?? null,
		fulfilment: line.fulfilment ?? null,
		fulfilmentText: line.fulfilmentText ?? null,
		remark: line.remark ?? null,
		source: null,
		version: 1,
	};
	return { initiative, assessment };
}

/** As many lines as asked for, with every colour, state and empty field somewhere, the same each time. */
export function makeManyLines(count: number): MadeUpLine[] {
	return Array.from({ length: count }, (_, place): MadeUpLine => {
		const { state, stateText, priority, priorityText, progress } = pick(classes, place * 5);
		const fulfilment = pick(fulfilments, place);
		return {
			number: place === 20 ? '20a' : String(place + 1),
			sectionId: pick(['section-0', 'section-1', 'section-2'], Math.floor(place / Math.max(1, count / 3))),
			title: `${pick(titles, place)}${place % 9 === 0 ? ', herunder udbredelse til flere byer i kommunen' : ''}`,
			sector: pick(['Energi', 'Transport', 'Landbrug', null], place),
			startDate: place % 3 === 0 ? (calendarDate(2021 + (place % 3), 1 + (place % 12), 1) ?? null) : null,
			state,
			stateText,
			priority,
			priorityText,
			progress,
			fulfilment: fulfilment === 'text' ? null : fulfilment,
			fulfilmentText: fulfilment === 'text' ? 'Målet følges i den årlige opgørelse.' : null,
			remark:
				place % 11 === 10
					? null
					: Array.from({ length: 1 + ((place * 5) % 6) }, (__, at) => pick(sentences, place + at)).join(place % 4 === 0 ? '\n' : ' '),
			budget: pick(['Inden for eksisterende budget', 'Lånegaranti', null, 'Energipuljen'], place),
			responsible: pick(['Teknik, miljø og drift', 'Økonomi og stab', 'Børn og Familier', 'Teknik, miljø og drift - Planafdeling'], place),
			co2Relation: pick(['calculated', 'supporting', 'not calculated'] as const, place),
			co2RelationText: pick(
				['Beregnet.\nBemærkning: forventet reduktion på 1.250 ton CO2 i 2025.', 'Understøttende', 'Ikke beregnet'],
				place,
			),
		};
	});
}

function pick<Value>(values: readonly Value[], place: number): Value {
	return values[place % values.length] as Value;
}

type Class = { state: State; stateText: string; priority: Priority; priorityText: string; progress: Progress | null };
const classes: readonly Class[] = [
	{ state: 'in progress', stateText: 'I gang', priority: 'prioritised', priorityText: 'Prioriteret', progress: 'green' },
	{ state: 'partly in progress', stateText: 'Delvis i gang', priority: 'prioritised', priorityText: 'Prioriteret', progress: 'yellow' },
	{
		state: 'not started',
		stateText: 'Ikke i gang',
		priority: 'planned prioritised',
		priorityText: 'Planlagt prioriteret',
		progress: 'white',
	},
	{ state: 'in progress', stateText: 'I gang', priority: 'prioritised', priorityText: 'Prioriteret', progress: 'green' },
	{ state: 'planning', stateText: 'Under planlægning', priority: 'prioritised', priorityText: 'Prioriteret', progress: 'yellow' },
	{ state: 'in progress', stateText: 'I gang', priority: 'prioritised', priorityText: 'Prioriteret', progress: null },
	{ state: 'on hold', stateText: 'I bero', priority: 'prioritised', priorityText: 'Prioriteret', progress: 'red' },
];
const fulfilments: readonly (Fulfilment | 'text' | null)[] = [
	'yellow',
	null,
	'green',
	null,
	'text',
	'yellow',
	null,
	'pink',
	null,
	'red',
	null,
];
const titles = [
	'Større solcelleanlæg',
	'Udrulning af fjernvarme',
	'Ladestandere ved kommunale bygninger',
	'Udtagning af lavbundsjord',
	'Cykelstier mellem byerne',
	'Energirenovering af skoler',
	'Klimavenlige indkøb',
];
const sentences = [
	'Lokalplanen er vedtaget, og byggeriet begynder til foråret.',
	'Der er holdt to borgermøder, og interessen er stor.',
	'Indsatsen afventer en afklaring af finansieringen, som ventes behandlet i udvalget inden sommerferien.',
	'Projektet ses i sammenhæng med indsats 4 og 9.',
	'En screening peger på tre områder, hvor potentialet er størst, og hvor lodsejerne er positive over for at gå videre.',
];

const legend: Legend = {
	id: 'made-up',
	title: { da: 'Læsevejledning', en: 'Reading guide' },
	source: 'Prøvested Kommune, årlig opfølgning, side 2',
	priorities: ['prioritised', 'planned prioritised'],
	progress: [
		{
			colour: 'green',
			priorities: ['prioritised'],
			states: ['in progress'],
			sentence: { da: 'Prioriteret og i gang', en: 'Prioritised and in progress' },
		},
		{
			colour: 'yellow',
			priorities: ['prioritised'],
			states: ['partly in progress', 'planning'],
			sentence: { da: 'Prioriteret og delvis i gang eller under planlægning', en: 'Prioritised and partly in progress or being planned' },
		},
		{
			colour: 'red',
			priorities: ['prioritised'],
			states: ['not started', 'on hold'],
			sentence: { da: 'Prioriteret, men ikke sat i gang eller sat i bero', en: 'Prioritised, but not started or on hold' },
		},
		{
			colour: 'white',
			priorities: ['planned prioritised'],
			states: ['not started', 'on hold'],
			sentence: { da: 'Planlagt prioriteret og ikke i gang', en: 'Planned as a priority and not under way' },
		},
	],
	fulfilment: [
		{ colour: 'green', sentence: { da: 'Målet er nået', en: 'The goal is met' } },
		{ colour: 'yellow', sentence: { da: 'Målet er nået delvist', en: 'The goal is partly met' } },
		{ colour: 'red', sentence: { da: 'Målet er slet ikke nået', en: 'The goal is not met at all' } },
		{
			colour: 'pink',
			sentence: { da: 'Planlagt prioriteret, hverken sat i gang eller nået', en: 'Planned as a priority, neither started nor met' },
		},
	],
};
