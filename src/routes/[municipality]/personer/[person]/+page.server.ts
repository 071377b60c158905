import { redirect } from '@sveltejs/kit';
import { listGivableRoles } from '#domain/access/manage-person.ts';
import { can } from '#domain/access/policy.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { bringBack } from '#usecases/people/bring-back.ts';
import { closeLinks } from '#usecases/people/close-links.ts';
import { editPerson } from '#usecases/people/edit-person.ts';
import { erasePerson } from '#usecases/people/erase-person.ts';
import { removeStandIn } from '#usecases/people/remove-stand-in.ts';
import { saveStandIn } from '#usecases/people/save-stand-in.ts';
import { viewPerson } from '#usecases/people/view-person.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { readPersonForm, toPersonInput } from '../read-person-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context } = locals;
	const view = await viewPerson(context, { municipality: params.municipality, personId: params.person });
	return {
		view: keepOnServer(view),
		saved: url.searchParams.has('gemt'),
		closed: url.searchParams.has('lukket'),
		roles: listGivableRoles(context.actor, view.person.role),
		mayErase: can(context.actor, 'person.erase', { municipalityCode: view.municipality.code }),
		today: getDanishDay(context.now()).day,
		municipality: describeHeader(view.municipality, view.hasPlan),
	};
};

export const actions: Actions = {
	edit: async ({ locals, params, request }) => {
		const form = await request.formData();
		const person = readPersonForm(form);
		const input = { municipality: params.municipality, personId: params.person, version: readCount(form, 'version') };
		const refused = await refuseForm(locals.locale, { person, standIn: null }, () =>
			editPerson(locals.context, { ...toPersonInput(person), ...input }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).person(params.municipality, params.person, '?gemt'));
	},
	standIn: async ({ locals, params, request }) => {
		const form = await request.formData();
		const standIn = { standInId: readText(form, 'standIn'), from: readText(form, 'from'), until: readText(form, 'until') };
		const refused = await refuseForm(locals.locale, { person: null, standIn }, () =>
			saveStandIn(locals.context, { municipality: params.municipality, personId: params.person, ...standIn }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).person(params.municipality, params.person, '?gemt'));
	},
	removeStandIn: async ({ locals, params, request }) => {
		const form = await request.formData();
		const standIn = { personId: readText(form, 'person'), standInId: readText(form, 'standIn') };
		const refused = await refuseForm(locals.locale, { person: null, standIn: null }, () =>
			removeStandIn(locals.context, { municipality: params.municipality, ...standIn }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).person(params.municipality, params.person, '?gemt'));
	},
	bringBack: async ({ locals, params, request }) => {
		const version = readCount(await request.formData(), 'version');
		const refused = await refuseForm(locals.locale, { person: null, standIn: null }, () =>
			bringBack(locals.context, { municipality: params.municipality, personId: params.person, version }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).person(params.municipality, params.person, '?gemt'));
	},
	closeLinks: async ({ locals, params }) => {
		const refused = await refuseForm(locals.locale, { person: null, standIn: null }, () =>
			closeLinks(locals.context, { municipality: params.municipality, personId: params.person }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).person(params.municipality, params.person, '?lukket'));
	},
	erase: async ({ locals, params }) => {
		const refused = await refuseForm(locals.locale, { person: null, standIn: null }, () =>
			erasePerson(locals.context, { municipality: params.municipality, personId: params.person, outbox: locals.outbox }),
		);
		return refused ?? redirect(303, listUrls(locals.locale).people(params.municipality, '?slettet'));
	},
};
