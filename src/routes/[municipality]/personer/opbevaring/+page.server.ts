import { redirect } from '@sveltejs/kit';
import { saveRetention } from '#usecases/people/save-retention.ts';
import { viewRetention } from '#usecases/people/view-retention.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readCount, readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewRetention(locals.context, { municipality: params.municipality });
	const { retention, version } = view;
	return { retention, version, saved: url.searchParams.has('gemt'), municipality: describeHeader(view.municipality, view.hasPlan) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = { leftDays: readText(form, 'leftDays'), linkDays: readText(form, 'linkDays') };
		const read = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : NaN);
		const refused = await refuseForm(locals.locale, typed, () =>
			saveRetention(locals.context, {
				municipality: params.municipality,
				version: readCount(form, 'version'),
				retention: { leftDays: read(typed.leftDays), linkDays: read(typed.linkDays) },
			}),
		);
		return refused ?? redirect(303, listUrls(locals.locale).retention(params.municipality, '?gemt'));
	},
};
