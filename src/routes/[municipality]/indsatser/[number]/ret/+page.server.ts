import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { DomainError } from '#domain/shared/domain-error.ts';
import { tagKinds, type Initiative } from '#domain/plan/initiative.ts';
import { changeOwner } from '#usecases/plan-changes/change-owner.ts';
import { editInitiative } from '#usecases/plan-changes/edit-initiative.ts';
import { merge } from '#usecases/plan-changes/merge.ts';
import { renumber } from '#usecases/plan-changes/renumber.ts';
import type { UnitOutcome } from '#usecases/plan-changes/save-with-body.ts';
import { split } from '#usecases/plan-changes/split.ts';
import { listTags } from '#usecases/plan-changes/list-tags.ts';
import { takeOut } from '#usecases/plan-changes/take-out.ts';
import { setTags } from '#usecases/reports/set-tags.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { readPlanForEditing } from './plan-for-editing.ts';
import { readInitiativeFields, readInitiativeTexts, readPlanDecision } from './read-initiative-form.ts';
import { readParts } from './read-parts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const plan = await readPlanForEditing(locals.context, { municipality: params.municipality });
	const initiative = findInitiative(plan.initiatives, params.number);
	if (!initiative) {
		const { name } = plan.municipality;
		throw new DomainError('not-found', 'initiative.unknown', { municipality: name, number: params.number.slice(0, 40) });
	}
	const tags = await listTags(locals.context, { municipality: params.municipality, number: params.number });
	return {
		view: keepOnServer({ plan, initiative, tags }),
		/** What the page is opened for: to take the initiative out of the plan, or to let others answer for it. */
		opened: url.searchParams.has('udgaar') ? ('takeOut' as const) : url.searchParams.has('ansvarlig') ? ('owner' as const) : null,
		isSaved: url.searchParams.has('gemt'),
		unit: unitOutcomes.find((outcome) => unitWords[outcome] === url.searchParams.get('gemt')) ?? null,
		municipality: describeHeader(plan.municipality, true),
	};
};

export const actions: Actions = {
	edit: (event) =>
		change(event, 'edit', async (key, form) => {
			const { number: _, ...fields } = readInitiativeFields(readInitiativeTexts(form));
			const { unit } = await editInitiative(event.locals.context, { ...key, fields });
			return { number: key.number, unit };
		}),
	tags: (event) =>
		change(event, 'tags', async ({ municipality, number }, form) => {
			for (const kind of tagKinds) {
				const values = readText(form, kind).split(kind === 'sdg' ? /[;,\s]+/ : /;/);
				await setTags(event.locals.context, { municipality, numbers: [number], kind, values, how: 'replace' });
			}
			return number;
		}),
	takeOut: (event) =>
		change(event, 'takeOut', async (key, form) => {
			const decision = readPlanDecision(form);
			await takeOut(event.locals.context, { ...key, ...decision, decision: decision.decision ?? '' });
			return null;
		}),
	merge: (event) =>
		change(event, 'merge', async ({ municipality, ...from }, form) => {
			const into = { number: readText(form, 'into') };
			const { number } = await merge(event.locals.context, { municipality, from: [from], into, ...readPlanDecision(form) });
			return number;
		}),
	split: (event) =>
		change(event, 'split', async (key, form) => {
			const parts = readParts(form);
			await split(event.locals.context, { ...key, parts, keep: form.has('keep'), ...readPlanDecision(form) });
			return form.has('keep') ? key.number : (parts[0]?.number ?? null);
		}),
	renumber: (event) =>
		change(event, 'renumber', async ({ municipality, ...key }, form) => {
			const to = readText(form, 'to');
			await renumber(event.locals.context, { municipality, numbers: [{ ...key, to }], ...readPlanDecision(form) });
			return to;
		}),
	owner: (event) =>
		change(event, 'owner', async (key, form) => {
			const personIds = form.has('persons') ? form.getAll('person').map(String) : undefined;
			const responsible = readText(form, 'responsible') || null;
			const given = { ...key, ...(personIds ? { personIds } : {}), responsible, ...readPlanDecision(form) };
			const { unit } = await changeOwner(event.locals.context, given);
			return { number: key.number, unit };
		}),
};

/** What is said in the address of what became of the unit. */
const unitOutcomes = ['moved', 'no such unit', 'no body'] as const satisfies readonly UnitOutcome[];
const unitWords = { moved: 'flyttet', 'no such unit': 'bliver', 'no body': 'ingen' } as const;

type Key = { readonly municipality: string; readonly number: string; readonly version: number };
/** A change that was refused, with what was typed. */
type RefusedChange = { readonly which: string; readonly message: string; readonly typed: Readonly<Record<string, string>> };

/** Makes a change and goes to the initiative it leaves, or to the round's board where it leaves none. */
async function change(
	{ locals, params, request }: RequestEvent,
	which: string,
	work: (key: Key, form: FormData) => Promise<string | null | { readonly number: string; readonly unit: UnitOutcome }>,
): Promise<ActionFailure<RefusedChange>> {
	const { context, locale } = locals;
	const { municipality } = params;
	const form = await request.formData();
	const key = { municipality, number: params.number, version: Number(readText(form, 'version')) || 0 };
	const answer = await answerRefusal(locale, async () => ({ left: await work(key, form) }));
	if (!('left' in answer)) {
		const typed = Object.fromEntries([...form.keys()].map((name) => [name, readText(form, name)]));
		return fail(answer.status, { which, message: answer.data.message, typed });
	}
	const urls = listUrls(locale);
	const left = typeof answer.left === 'string' ? { number: answer.left, unit: null } : answer.left;
	if (left) redirect(303, `${urls.editInitiative(municipality, left.number)}?gemt${left.unit ? `=${unitWords[left.unit]}` : ''}`);
	const { run } = await readPlanForEditing(context, { municipality });
	redirect(303, run ? urls.board(municipality, run.year, '?sket=plan&antal=1') : urls.register(municipality));
}

function findInitiative(initiatives: readonly Initiative[], number: string): Initiative | undefined {
	return initiatives.find((each) => each.number.toLowerCase() === number.toLowerCase());
}
