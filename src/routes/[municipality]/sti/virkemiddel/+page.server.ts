import { error, fail, redirect } from '@sveltejs/kit';
import { chooseMeasureId, takeInCandidate, type MeasurePlace } from '#domain/followup/edit-measures.ts';
import { beginNotBefore } from '#domain/followup/duty-list.ts';
import { findMeasureFigure } from '#domain/followup/measure-figure.ts';
import { findStandings } from '#domain/followup/path-as-it-stands.ts';
import { findShownYear } from '#domain/followup/path-gap.ts';
import { weighAddition } from '#domain/followup/weigh-addition.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import type { Measure } from '#domain/pathway/model.ts';
import { standingKinds } from '#domain/followup/state-standing.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { ScenarioKey } from '#usecases/pathway/change-scenario.ts';
import { removeMeasure } from '#usecases/pathway/remove-measure.ts';
import { removeStanding } from '#usecases/pathway/remove-standing.ts';
import { returnMeasure } from '#usecases/pathway/return-measure.ts';
import { saveMeasure, takenInKinds, type SaveMeasureInput } from '#usecases/pathway/save-measure.ts';
import { saveStanding } from '#usecases/pathway/save-standing.ts';
import { viewPathDesk, type PathDesk } from '#usecases/pathway/view-path-desk.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { answerRefusal, describeStatus } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { chooseScenario, handBackWhenGone, prepareHandingBack } from '../choose-scenario.ts';
import { addEffect as addTo, readMeasureTexts, startMeasure, writeMeasure } from './measure-texts.ts';
import { effectKinds } from './read-effect.ts';
import { readMeasure } from './read-measure.ts';
import type { Errors, Texts } from '../typed-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = await viewPathDesk(locals.context, { municipality: params.municipality });
	const { scenario: stored, measure, place } = findMeasure(desk, url.searchParams);
	if (!stored) error(404, describeStatus(404, locals.locale));
	const kind = effectKinds.find((each) => each === url.searchParams.get('art')) ?? null;
	const start = locals.context.now().getUTCFullYear() + 1;
	return {
		view: keepOnServer({
			...{ municipality: desk.municipality, initiatives: desk.initiatives, rounds: desk.rounds, stored, measure, place },
			standing: desk.standings?.standings.find((each) => each.measure === measure?.id),
			texts: measure ? writeMeasure(measure) : kind && startMeasure(kind, start),
			result: measure && place === 'measures' ? findMeasureFigure(stored.document, measure.id, desk.rounds[0] ?? null) : null,
			addition: measure && weigh(desk, stored, measure, start),
		}),
		isSaved: url.searchParams.has('gemt'),
		municipality: describeHeader(desk.municipality, desk.hasPlan),
	};
};

/** What a candidate, or a measure that was one, saves on top of the path as it stands and in its place; null for any other. */
function weigh({ rounds, followUps }: PathDesk, { kind, document }: PathDesk['scenarios'][number], measure: Measure, earliest: number) {
	const takenIn = document.takenIn?.[measure.id] ?? null;
	const isCandidate = document.candidates.some(({ id }) => id === measure.id);
	if (takenIn === null && !isCandidate) return null;
	const { year } = findShownYear(calculatePathway(compileScenario(document.scenario), { shapley: null }), rounds[0] ?? null);
	const offered = isCandidate ? beginNotBefore(measure, earliest) : measure;
	// It is weighed as it will stand. A what-if has no follow-up of its own.
	const taken = isCandidate ? takeInCandidate(document, offered, rounds[0] ?? null) : document;
	const standings = (kind === 'plan' ? findStandings(taken, followUps)?.standings : null) ?? [];
	return { kind, year, takenIn, earliest, ...weighAddition(document, offered, { year, standings }) };
}

function findMeasure({ scenarios }: PathDesk, query: URLSearchParams) {
	const scenario = chooseScenario(scenarios, query);
	const find = (list: readonly { readonly id: string }[] | undefined) => list?.some(({ id }) => id === query.get('id')) ?? false;
	const place: MeasurePlace = query.has('mulighed') || find(scenario?.document.candidates) ? 'candidates' : 'measures';
	const list = place === 'measures' ? scenario?.document.scenario.measures : scenario?.document.candidates;
	const measure = list?.find(({ id }) => id === query.get('id')) ?? null;
	if (query.has('id') && !measure) throw new DomainError('not-found', 'measure.unknown', { id: query.get('id')?.slice(0, 60) ?? '' });
	return { scenario, measure, place };
}

export const actions: Actions = {
	save: async (event) => save(event, () => undefined),
	takeIn: async (event) => save(event, ({ takenIn }) => takenInKinds.find((each) => each === takenIn) ?? 'decided'),
	decide: async (event) => save(event, () => 'decided'),
	// Without script a second effect is one more turn to the server; what is typed comes back with it.
	addEffect: async (event) => {
		await openDesk(event);
		const texts = readMeasureTexts(await event.request.formData());
		const kind = effectKinds.find((each) => each === texts.newKind) ?? 'tonnes';
		return answer(addTo(texts, kind), {});
	},
	remove: async (event) =>
		takeOut(event, removeMeasure, ({ scenario }, { editPath }) => editPath(event.params.municipality, `?scenarie=${scenario.id}&slettet`)),
	giveBack: async (event) =>
		takeOut(event, returnMeasure, ({ scenario, measureId }, { measure }) =>
			measure(event.params.municipality, `?${new URLSearchParams({ scenarie: scenario.id, id: measureId, gemt: '' })}`),
		),
	standing: async (event) =>
		changeStanding(event, ({ municipality, scenario, measureId }, texts) => {
			const read = (name: string) => texts[name] ?? '';
			const standing = {
				kind: standingKinds.find((each) => each === read('kind')),
				...{ since: read('since'), start: read('start'), realisation: read('realisation') },
				...{ replacedBy: read('replacedBy'), reason: read('reason'), source: read('source') },
			};
			return saveStanding(event.locals.context, { municipality, scenario, measureId, standing });
		}),
	removeStanding: async (event) =>
		changeStanding(event, (key, texts) => removeStanding(event.locals.context, { ...key, since: Number(texts.since) || 0 })),
};

async function save(event: RequestEvent, readTakenIn: (texts: Texts) => SaveMeasureInput['takenIn']) {
	const { locals, params } = event;
	const form = await event.request.formData();
	const texts = readMeasureTexts(form);
	const { scenario, measure: before, place } = await findOwn(event, texts);
	if (!scenario) error(404, describeStatus(404, locals.locale));
	const id = before?.id ?? chooseMeasureId(texts.title ?? '', scenario.document);
	const about = { id, scenario: scenario.document.scenario, before: before ?? undefined, locale: locals.locale };
	const read = readMeasure(texts, about);
	if ('errors' in read) return fail(400, answer(texts, read.errors));
	const key = { id: scenario.id, version: readCount(form, 'scenarioVersion') };
	const takenIn = readTakenIn(texts);
	const input = { municipality: params.municipality, scenario: key, place, measure: read.measure, isNew: before === null, takenIn };
	const refused = await answerRefusal(locals.locale, () =>
		handBackWhenGone(prepareHandingBack(event), texts, () => saveMeasure(locals.context, input)),
	);
	if (refused) return fail(refused.status, answer(texts, {}, refused.data.message));
	const query = new URLSearchParams({ scenarie: scenario.id, id, gemt: '' });
	redirect(303, listUrls(locals.locale).measure(params.municipality, `?${query}`));
}

/** Takes a measure out of the path, in which what is typed plays no part, and goes on to a page. */
async function takeOut(
	event: RequestEvent,
	work: (context: App.Locals['context'], key: Key) => Promise<void>,
	goOn: (key: Key, urls: ReturnType<typeof listUrls>) => string,
) {
	const { locals, params } = event;
	const form = await event.request.formData();
	const texts = readMeasureTexts(form);
	const { scenario, measure } = await findOwn(event, texts);
	const key = {
		municipality: params.municipality,
		scenario: { id: scenario?.id ?? '', version: readCount(form, 'scenarioVersion') },
		measureId: measure?.id ?? readText(form, 'id'),
	};
	const refused = await answerRefusal(locals.locale, () => work(locals.context, key));
	if (refused) return fail(refused.status, answer(texts, {}, refused.data.message));
	redirect(303, goOn(key, listUrls(locals.locale)));
}

type Key = { readonly municipality: string; readonly scenario: ScenarioKey; readonly measureId: string };

async function changeStanding(event: RequestEvent, work: (key: Key, texts: Texts) => Promise<void>) {
	const { locals, params, request } = event;
	const texts = readMeasureTexts(await request.formData());
	const { scenario, measure } = await findOwn(event, texts);
	const measureId = measure?.id ?? '';
	const key = {
		municipality: params.municipality,
		scenario: { id: scenario?.id ?? '', version: Number(texts.scenarioVersion) || 0 },
		measureId,
	};
	const refused = await answerRefusal(locals.locale, () => handBackWhenGone(prepareHandingBack(event), texts, () => work(key, texts)));
	if (refused) {
		const { message, wrongField } = refused.data;
		return fail(refused.status, answer(texts, wrongField === null ? {} : { [wrongField]: message }, message, 'standing'));
	}
	const query = new URLSearchParams({ scenarie: key.scenario.id, id: measureId, gemt: '' });
	redirect(303, listUrls(locals.locale).measure(params.municipality, `?${query}`));
}

/** What a form shows again: what was typed, what is wrong at which field, and what is wrong with the whole. */
function answer(texts: Texts, errors: Errors, message: string | null = null, which: 'measure' | 'standing' = 'measure') {
	return { texts, errors, message, which };
}

/** The measure a form is about; where its scenario is gone, what was typed is handed back. */
async function findOwn(event: RequestEvent, typed: Texts) {
	return handBackWhenGone(prepareHandingBack(event), typed, async () => findMeasure(await openDesk(event), event.url.searchParams));
}

async function openDesk({ locals, params }: RequestEvent): Promise<PathDesk> {
	return viewPathDesk(locals.context, { municipality: params.municipality });
}
