import { readPoints } from '#domain/pathway/development.ts';
import {
	costPerspectives,
	effectQualities,
	type Measure,
	type MeasureCost,
	type MeasureRelation,
	type Ramp,
	type Scenario,
	type Timing,
} from '#domain/pathway/model.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { listCosted, relationFields, type RelationField } from './measure-texts.ts';
import { readEffect } from './read-effect.ts';
import { TypedForm, type Errors, type Texts } from '../typed-form.ts';

export type ReadMeasure = { readonly measure: Measure } | { readonly errors: Errors };
type About = {
	readonly id: string;
	readonly scenario: Scenario;
	/** The stored measure it replaces. */
	readonly before: Measure | undefined;
	readonly locale: Locale;
};

/** Reads the form of a measure. Everything that is wrong is told at once, each at its field. */
export function readMeasure(texts: Texts, { id, scenario, before, locale }: About): ReadMeasure {
	const form = new TypedForm(texts, locale);
	const title = form.get('title').replace(/\s+/g, ' ').slice(0, 200);
	if (title === '') form.refuse('title', m.measure_error_title({}, { locale }));
	const count = Number(form.get('effects')) || 0;
	const kept = [...Array(count).keys()].filter((place) => form.get(`effect.${place}.remove`) === '');
	const measure: Measure = {
		...{ id, title, initiative: form.get('initiative') || null, source: form.get('source') || null },
		effects: kept.map((place) => readEffect(form, `effect.${place}`, scenario.cells, before?.effects[place])),
		timing: readTiming(form),
		realisation: form.amount('realisation', 100, 100),
		relations: readRelations(form, id),
		potential: readPotential(form),
		quality: effectQualities.find((each) => each === form.get('quality')) ?? 'not calculated',
		costs: readCosts(form, texts),
	};
	if (measure.effects.length === 0) form.refuse('effects', m.measure_error_no_effect({}, { locale }));
	return Object.keys(form.errors).length > 0 ? { errors: form.errors } : { measure };
}

function readTiming(form: TypedForm): Timing {
	const [start, full] = [form.neededYear('start'), form.neededYear('full')];
	const [end, lifetime] = [form.year('end'), form.number('lifetime', 1, 200)];
	if (full < start) form.refuse('full', m.measure_error_full({}, form));
	if (end !== null && end < start) form.refuse('end', m.measure_error_end({}, form));
	if (lifetime !== null && !Number.isInteger(lifetime)) form.refuse('lifetime', m.measure_error_whole({}, form));
	return { start, full, ramp: readRamp(form), end, lifetime };
}

function readRamp(form: TypedForm): Ramp {
	const kind = form.get('ramp');
	if (kind === 'S-curve') return { kind };
	if (kind !== 'steps') return { kind: 'linear' };
	const steps = (readPoints(form.get('steps')) ?? []).map(([year, perCent]) => ({ year, share: perCent / 100 }));
	const isOrdered = steps.every(({ year, share }, place) => year > (steps[place - 1]?.year ?? 0) && share >= 0 && share <= 1);
	if (steps.length === 0 || !isOrdered) form.refuse('steps', m.measure_error_steps({}, form));
	return { kind, steps };
}

function readRelations(form: TypedForm, id: string): MeasureRelation[] {
	const version = form.get('inBaseline');
	return [
		...(Object.keys(relationFields) as RelationField[]).flatMap((field) =>
			form
				.list(field)
				.filter((measure) => measure !== id)
				.map((measure) => ({ kind: relationFields[field], measure })),
		),
		...(version === '' ? [] : [{ kind: 'in the baseline', from: version } as const]),
		...(form.get('outside') === '' ? [] : [{ kind: 'outside the account' } as const]),
	];
}

function readPotential(form: TypedForm): Measure['potential'] {
	const name = form.get('potentialName');
	const share = form.number('potentialShare', 0.0001, 1e6);
	if (name === '' && share === null) return null;
	if (name === '' || share === null) form.refuse('potentialShare', m.measure_error_potential({}, form));
	return { name, share: (share ?? 1) / 100 };
}

function readCosts(form: TypedForm, texts: Texts): MeasureCost[] {
	const costed = listCosted(texts);
	return costPerspectives
		.filter((each) => costed.includes(each))
		.map((perspective) => {
			const name = `cost.${perspective}`;
			const lifetime = form.needed(`${name}.lifetime`, 0.01, 200);
			return {
				...{ perspective, lifetime, capital: form.number(`${name}.capital`) ?? 0 },
				...{ operation: form.number(`${name}.operation`) ?? 0, savings: form.number(`${name}.savings`) ?? 0 },
				priceYear: form.year(`${name}.priceYear`),
			};
		});
}
