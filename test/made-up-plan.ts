import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';

const nothing: Omit<DraftInitiative, 'number' | 'title' | 'source'> = {
	section: null,
	sector: null,
	startDate: null,
	deadline: null,
	state: null,
	stateText: null,
	priority: null,
	priorityText: null,
	progress: null,
	fulfilment: null,
	fulfilmentText: null,
	remark: null,
	budget: null,
	responsible: null,
	co2Relation: null,
	co2RelationText: null,
	sphere: null,
	quantity: null,
	committee: [],
	theme: [],
	sdg: [],
};

/** A draft that says only what is given. */
export function makeDraft(draft: Partial<DraftInitiative> & { readonly number: string; readonly title: string }): DraftInitiative {
	return { ...nothing, source: { file: '', sheet: null, page: null, row: null, cells: {} }, ...draft };
}

/** A plan nobody has: every field, every kind of emptiness, and texts that look like formulas, numbers and Markdown. */
export const madeUpPlan: readonly DraftInitiative[] = [
	makeDraft({
		number: '1',
		section: 'ENERGI',
		title: 'Solceller på haller',
		sector: 'Energi',
		startDate: calendarDate(2021, 7, 1) ?? null,
		deadline: calendarDate(2030, 12, 31) ?? null,
		...{
			state: 'in progress',
			stateText: 'I gang',
			priority: 'prioritised',
			priorityText: 'Prioriteret',
			progress: 'green',
			fulfilment: 'yellow',
		},
		remark: 'Første hal er klar.\n\nNæste: "Hal B"; 13.000 kWh, 2 * 3 = 6 |',
		budget: '=SUM(1+1)',
		responsible: 'Teknik og miljø - Plan',
		...{ co2Relation: 'calculated', co2RelationText: 'Beregnet.\nBemærkning: 33.980 ton' },
		sphere: 'operator',
		quantity: { value: 125, unit: 'paneler', basis: null },
		...{ committee: ['Klima-, Miljø- og Teknikudvalget'], theme: ['Energi', 'Land-, skov- og havbrug'], sdg: ['7', '11', '13'] },
	}),
	makeDraft({
		number: '2',
		section: 'ENERGI',
		title: '@Varmeplan',
		...{
			state: 'planning',
			stateText: 'Planlægningsfase',
			priority: 'planned prioritised',
			priorityText: 'Planlagt prioriteret',
			progress: 'white',
		},
		remark: '+45 er ikke et tal',
		...{ co2Relation: 'supporting', co2RelationText: 'Understøttende - ændret adfærd' },
	}),
	makeDraft({ number: '2a', section: 'ENERGI', title: 'Uden oplysninger', sector: 'Energi' }),
	makeDraft({
		number: '3',
		section: 'TRANSPORT – OG MOBILITET',
		title: 'Ladestandere <b>nu</b>',
		startDate: calendarDate(2022, 2, 28) ?? null,
		...{
			state: 'partly in progress',
			stateText: 'Delvist i gang / Planlægningsfase',
			priority: 'not prioritised',
			priorityText: 'Ikke prioriteret',
			progress: 'red',
		},
		fulfilmentText: 'Målet nås først i 2032, fordi udbuddet er udskudt.',
		budget: '- inden for rammen',
		...{ co2Relation: null, co2RelationText: 'Medregnes under 1' },
		sphere: 'facilitator',
		quantity: { value: 85, unit: '%', basis: '2015' },
	}),
	makeDraft({
		number: '10',
		section: 'TRANSPORT – OG MOBILITET',
		title: '[Cykelstier](langs kysten)',
		...{ state: 'completed', stateText: 'Afsluttet planmæssigt', progress: 'yellow', fulfilment: 'pink' },
		...{ co2Relation: 'not calculated', co2RelationText: 'Ikke beregnet' },
		sphere: 'authority',
		...{ committee: ['Børneudvalget', 'Økonomiudvalget'], sdg: ['11'] },
	}),
	makeDraft({
		number: '11',
		section: 'TRANSPORT – OG MOBILITET',
		title: 'Samkørsel',
		state: 'on hold',
		stateText: 'Aktuelt i bero',
		progress: 'yellow',
		fulfilment: 'green',
		remark: 'Intet nyt',
	}),
];
