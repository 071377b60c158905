import { redirect } from '@sveltejs/kit';
import { makeUnitsFromPlan } from '#usecases/people/make-units-from-plan.ts';
import { removeUnit } from '#usecases/people/remove-unit.ts';
import { saveUnit } from '#usecases/people/save-unit.ts';
import { viewUnits } from '#usecases/people/view-units.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewUnits(locals.context, { municipality: params.municipality });
	const done = (['oprettet', 'gemt', 'slettet'] as const).find((name) => url.searchParams.has(name)) ?? null;
	return { view: keepOnServer(view), done, municipality: describeHeader(view.municipality, view.hasPlan) };
};

const readUnit = (form: FormData) => ({ id: readText(form, 'id'), name: readText(form, 'unitName'), parent: readText(form, 'parent') });

export const actions: Actions = {
	fromPlan: async ({ locals, params, request }) => {
		const form = await request.formData();
		const proposed = form.getAll('proposed').map(String);
		// Each proposal is called by its place in the form: its name is whatever the plan says.
		const chosen = new Map(proposed.flatMap((name, at) => (form.has(`take-${at}`) ? [[name, readText(form, `name-${at}`)] as const] : [])));
		const refused = await refuseForm(locals.locale, { id: 'plan', name: '', parent: '' }, () =>
			makeUnitsFromPlan(locals.context, { municipality: params.municipality, chosen }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).units(params.municipality, '?oprettet'));
	},
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = readUnit(form);
		const refused = await refuseForm(locals.locale, typed, () =>
			saveUnit(locals.context, {
				municipality: params.municipality,
				unit: typed.id === '' ? null : { id: typed.id, version: readCount(form, 'version') },
				name: typed.name,
				parentId: typed.parent === '' ? null : typed.parent,
			}),
		);
		return refused ?? redirect(303, listUrls(locals.locale).units(params.municipality, '?gemt'));
	},
	remove: async ({ locals, params, request }) => {
		const typed = readUnit(await request.formData());
		const refused = await refuseForm(locals.locale, typed, () =>
			removeUnit(locals.context, { municipality: params.municipality, unitId: typed.id }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).units(params.municipality, '?slettet'));
	},
};
