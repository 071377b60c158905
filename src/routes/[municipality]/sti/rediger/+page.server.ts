import { fail, redirect } from '@sveltejs/kit';
import type { PathEdit } from '#domain/followup/edit-path.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { formatDate } from '#text/format.ts';
import { severityLabel } from '#text/labels.ts';
import { m } from '#text/paraglide/messages.js';
import { pathwayFindingSentence } from '#text/pathway-findings.ts';
import { adoptScenario } from '#usecases/pathway/adopt-scenario.ts';
import { copyScenario } from '#usecases/pathway/copy-scenario.ts';
import { listScenarios } from '#usecases/pathway/list-scenarios.ts';
import { removeScenario } from '#usecases/pathway/remove-scenario.ts';
import { saveScenario } from '#usecases/pathway/save-scenario.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readCount, readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { chooseScenario, handBackWhenGone, prepareHandingBack } from '../choose-scenario.ts';
import { compareFrames, compareMeasures, cutDifferences } from './compare-measures.ts';
import { describeFrames, describeTakenIn, writeDifferences } from './difference-words.ts';
import { describeDone, writeEditorWords } from './editor-words.ts';
import { placeId } from './place-id.ts';
import { summariseScenario } from './summarise-scenario.ts';
import type { Texts } from '../typed-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { municipality, hasPlan, scenarios, round } = await listScenarios(locals.context, { municipality: params.municipality });
	const chosen = chooseScenario(scenarios, url.searchParams);
	const summarised = scenarios.map(({ id, kind, title, document }) => ({
		id,
		kind,
		title,
		document,
		summary: summariseScenario(document, round),
	}));
	const { locale } = locals;
	const shown = summarised.find(({ id }) => id === chosen?.id)?.summary;
	const findings = shown?.findings ?? [];
	const differences = cutDifferences(compareMeasures(summarised));
	return {
		municipality: describeHeader(municipality, hasPlan),
		words: writeEditorWords(chosen?.title ?? '', locale),
		about: [m.path_edit_decided({}, { locale }), ...(shown ? [describeTakenIn(shown, locale)] : [])].filter(Boolean).join(' '),
		reasons: findings.map((finding) => ({
			severity: severityLabel(finding.severity, locale),
			sentence: pathwayFindingSentence(finding, locale),
		})),
		chosen: chosen && { ...chosen, changedAt: null },
		done: describeDone(url.searchParams, locale),
		scenarios: summarised.map(({ id, kind, title, summary }) => ({ id, kind, title, summary, takenIn: describeTakenIn(summary, locale) })),
		differences: {
			...differences,
			shown: writeDifferences(differences.shown, locale),
			// Long words are written here: the editor's script has both languages of what it says itself.
			lead: m.path_compare_measures_lead({ year: String(summarised[0]?.summary.year ?? '') }, { locale }),
		},
		lead: m.path_compare_lead({}, { locale }),
		frames: describeFrames(compareFrames(summarised), locale),
	};
};

type Event = Parameters<NonNullable<Actions['save']>>[0];

export const actions: Actions = {
	save: async (event) => save(event, (edit) => edit),
	// Without script the button of a row saves what is typed as well: nothing is lost.
	up: async (event) => save(event, (edit, measure) => ({ ...edit, order: move(edit.order, measure, -1) })),
	down: async (event) => save(event, (edit, measure) => ({ ...edit, order: move(edit.order, measure, 1) })),
	copy: async ({ locals, params, request }) => {
		const form = await request.formData();
		const title = readText(form, 'copyTitle');
		const input = { municipality: params.municipality, id: readText(form, 'id'), title, edit: readEdit(form) };
		const id = await answerRefusal(locals.locale, () =>
			handBackWhenGone(prepareHandingBack({ locals, params }), listTexts(form), () => copyScenario(locals.context, input)),
		);
		if (typeof id !== 'string') return fail(id.status, { ...id.data, typed: readTyped(form) });
		redirect(303, listUrls(locals.locale).editPath(params.municipality, `?scenarie=${id}&gemt`));
	},
	adopt: async ({ locals, params, request }) => {
		const form = await request.formData();
		const date = formatDate(getDanishDay(locals.context.now()).day, locals.locale);
		const input = {
			municipality: params.municipality,
			scenario: { id: readText(form, 'id'), version: readCount(form, 'version') },
			edit: readEdit(form),
			earlierTitle: m.path_edit_adopt_earlier({ date }, { locale: locals.locale }),
		};
		const refused = await answerRefusal(locals.locale, () => adoptScenario(locals.context, input));
		if (refused) return fail(refused.status, { ...refused.data, typed: readTyped(form) });
		redirect(303, listUrls(locals.locale).editPath(params.municipality, '?valgt'));
	},
	remove: async ({ locals, params, request }) => {
		const form = await request.formData();
		const input = { municipality: params.municipality, id: readText(form, 'id') };
		const refused = await answerRefusal(locals.locale, () => removeScenario(locals.context, input));
		if (refused) return fail(refused.status, { ...refused.data, typed: readTyped(form) });
		redirect(303, listUrls(locals.locale).editPath(params.municipality));
	},
};

async function save({ locals, params, request, url }: Event, change: (edit: PathEdit, measure: string) => PathEdit) {
	const form = await request.formData();
	const id = readText(form, 'id');
	const moved = url.searchParams.get('virkemiddel');
	const edit = change(readEdit(form), moved ?? '');
	const input = { municipality: params.municipality, id, version: readCount(form, 'version'), title: readText(form, 'title'), edit };
	const refused = await answerRefusal(locals.locale, () =>
		handBackWhenGone(prepareHandingBack({ locals, params }), listTexts(form), () => saveScenario(locals.context, input)),
	);
	const hash = moved === null ? '' : `#${placeId(moved)}`;
	if (!refused) redirect(303, listUrls(locals.locale).editPath(params.municipality, `?scenarie=${id}&gemt`) + hash);
	const message = refused.status === 409 ? m.path_edit_overtaken({}, { locale: locals.locale }) : refused.data.message;
	return fail(refused.status, { message, typed: { ...readTyped(form), edit } });
}

/** What stands in the form, to be shown again beside what is stored. */
function readTyped(form: FormData) {
	return { id: readText(form, 'id'), title: readText(form, 'title'), edit: readEdit(form) };
}

/** The fields as they are typed, each measure's under its name. */
function listTexts(form: FormData): Texts {
	const named = [...new Set(form.keys())].filter((name) => !['id', 'version', 'order'].includes(name));
	return Object.fromEntries(named.map((name) => [name, readText(form, name)]));
}

function readEdit(form: FormData): PathEdit {
	const order = form.getAll('order').map(String);
	// An empty field is not a zero: it is refused with the measure's name.
	const read = (name: string) => (readText(form, name) === '' ? Number.NaN : Number(readText(form, name)));
	const measures = order.map((measure) => ({
		measure,
		start: read(`start ${measure}`),
		full: read(`full ${measure}`),
		realisation: read(`realisation ${measure}`) / 100,
	}));
	return { measures, order };
}

function move(order: readonly string[], measure: string, by: number): string[] {
	const from = order.indexOf(measure);
	const to = Math.min(order.length - 1, Math.max(0, from + by));
	return from < 0 ? [...order] : order.toSpliced(from, 1).toSpliced(to, 0, measure);
}
