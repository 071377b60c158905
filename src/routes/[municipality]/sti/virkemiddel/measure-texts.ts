import { writeDanish } from '#domain/pathway/development.ts';
import { costPerspectives, type Amount, type Effect, type EffectKind, type Measure, type Series } from '#domain/pathway/model.ts';
import { readCount } from '#web/read-form.ts';
import type { Texts } from '../typed-form.ts';

/** Relations to other measures, by the name of their field. */
export const relationFields = { inside: 'counted inside', alternative: 'alternative to', requires: 'requires' } as const;
export type RelationField = keyof typeof relationFields;
export const costFields = ['capital', 'lifetime', 'operation', 'savings', 'priceYear'] as const;

/** Effects a measure may have in the form. */
const mostEffects = 20;

/** What is typed. */
export function readMeasureTexts(form: FormData): Texts {
	const read = (name: string) =>
		form
			.getAll(name)
			.flatMap((value) => (typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : []))
			.join('\n');
	const typed = Object.fromEntries([...new Set(form.keys())].map((name) => [name, read(name)]));
	return { ...typed, effects: String(Math.min(readCount(form, 'effects'), mostEffects)) };
}

/** The form of a new measure: one effect of the kind that was chosen, all of it carried out. */
export function startMeasure(kind: EffectKind, firstYear: number): Texts {
	const common = { effects: '1', ramp: 'linear', 'realisation.mid': '100', quality: 'not calculated' };
	return { ...common, 'effect.0.kind': kind, start: String(firstYear), full: String(firstYear) };
}

/** The same with one more effect. */
export function addEffect(texts: Texts, kind: EffectKind): Texts {
	const count = Number(texts.effects) || 0;
	if (count >= mostEffects) return texts;
	return { ...texts, effects: String(count + 1), [`effect.${count}.kind`]: kind };
}

/** A stored measure as it stands in the form. */
export function writeMeasure(measure: Measure): Texts {
	const { title, initiative, timing, realisation, relations, potential, quality, costs, source, effects } = measure;
	const named = (field: RelationField) =>
		relations.flatMap((each) => ('measure' in each && each.kind === relationFields[field] ? each.measure : [])).join('\n');
	const baseline = relations.find((each) => each.kind === 'in the baseline');
	return {
		...{ title, initiative: initiative ?? '', quality, source: source ?? '' },
		...{ start: String(timing.start), full: String(timing.full), ramp: timing.ramp.kind },
		steps:
			timing.ramp.kind === 'steps' ? timing.ramp.steps.map(({ year, share }) => `${year}: ${writeDanish(share * 100)}`).join('; ') : '',
		end: writeNumber(timing.end),
		lifetime: writeNumber(timing.lifetime),
		...writeAmount('realisation', realisation, 100),
		...{ inside: named('inside'), alternative: named('alternative'), requires: named('requires') },
		inBaseline: baseline?.kind === 'in the baseline' ? baseline.from : '',
		outside: relations.some((each) => each.kind === 'outside the account') ? 'on' : '',
		potentialName: potential?.name ?? '',
		potentialShare: potential ? writeDanish(potential.share * 100) : '',
		...Object.assign({}, ...costs.map(({ perspective, ...cost }) => prefix(`cost.${perspective}`, mapValues(cost)))),
		effects: String(effects.length),
		...Object.assign({}, ...effects.map((effect, place) => prefix(`effect.${place}`, writeEffect(effect)))),
	};
}

/** The perspectives of which something is typed. */
export function listCosted(texts: Texts) {
	return costPerspectives.filter((each) => costFields.some((field) => (texts[`cost.${each}.${field}`] ?? '') !== ''));
}

function writeEffect(effect: Effect): Texts {
	const choose = (choice: 'all' | readonly string[]) => (choice === 'all' ? '' : choice.join('\n'));
	const { kind } = effect;
	switch (kind) {
		case 'reduce need':
		case 'improve efficiency':
			return { kind, sector: effect.sector, carriers: choose(effect.carriers), ...writeAmount('share', effect.share, 100) };
		case 'move': {
			const { sector, from, to, share, efficiencyFrom, efficiencyTo, ratio } = effect;
			const numbers = mapValues({ efficiencyFrom, efficiencyTo, ratio });
			return { kind, sector, from, to, ...numbers, ...writeAmount('share', share, 100) };
		}
		case 'cut factor':
		case 'capture':
			return { kind, sectors: choose(effect.sectors), carriers: choose(effect.carriers), ...writeAmount('share', effect.share, 100) };
		case 'set factor': {
			const { kg, per, year, validTo, basis, gwpSet, source } = effect.factor;
			const factor = 'co2e' in kg ? writeSeries(kg.co2e) : '';
			const about = { factor, per, factorYear: writeNumber(year), factorValidTo: writeNumber(validTo), factorSource: source ?? '' };
			const rest = { factorSet: gwpSet ?? '', factorBasis: basis };
			return { kind, sectors: choose(effect.sectors), carriers: choose(effect.carriers), ...about, ...rest };
		}
		case 'tonnes': {
			const { sector, carriers, tonnes, factorYear } = effect;
			return { kind, sector, carriers: choose(carriers), factorYear: writeNumber(factorYear), ...writeAmount('tonnes', tonnes, 1) };
		}
		case 'uptake':
			return { kind, ...writeAmount('tonnes', effect.tonnes, 1) };
		case 'supporting':
			return { kind };
	}
}

function writeAmount(name: string, amount: Amount, scale: number): Texts {
	const write = (value: number) => writeDanish(value * scale);
	if (typeof amount === 'number') return { [`${name}.mid`]: write(amount) };
	return { [`${name}.low`]: write(amount.low), [`${name}.mid`]: write(amount.mid), [`${name}.high`]: write(amount.high) };
}

function writeSeries(series: Series): string {
	if (typeof series === 'number') return writeDanish(series);
	const known = Object.entries(series.years).flatMap(([year, value]) => (value === null ? [] : `${year}: ${writeDanish(value)}`));
	return known.join('; ');
}

function writeNumber(value: number | null): string {
	return value === null ? '' : writeDanish(value);
}

function mapValues(values: Readonly<Record<string, number | null>>): Texts {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writeNumber(value)]));
}

function prefix(start: string, texts: Texts): Texts {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${start}.${name}`, text]));
}
