import { fail, redirect } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { checkPlan } from '#usecases/followup/check-plan.ts';
import { dismissFinding } from '#usecases/followup/dismiss-finding.ts';
import { restoreFinding } from '#usecases/followup/restore-finding.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls, yearName } from '#web/urls.ts';
import { describeHeader } from '#web/describe-header.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const year = readYear(url);
	const view = await checkPlan(locals.context, { municipality: params.municipality, ...(year === null ? {} : { year }) });
	return {
		view: keepOnServer(view),
		year,
		municipality: describeHeader(view.municipality, true),
		sources: [view.round?.source ?? ''],
	};
};

export const actions: Actions = {
	dismiss: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const key = readText(form, 'key');
		const reason = readText(form, 'reason');
		const refused = await answerRefusal(locals.locale, () =>
			dismissFinding(locals.context, { municipality: params.municipality, key, reason }),
		);
		if (refused) return fail(refused.status, { ...refused.data, key, reason });
		redirect(303, listUrls(locals.locale).planCheck(params.municipality, readYear(url)));
	},
	restore: async ({ locals, params, request, url }) => {
		const key = readText(await request.formData(), 'key');
		const refused = await answerRefusal(locals.locale, () => restoreFinding(locals.context, { municipality: params.municipality, key }));
		return refused ?? redirect(303, listUrls(locals.locale).planCheck(params.municipality, readYear(url)));
	},
};

function readYear(url: URL): number | null {
	return parseYear(url.searchParams.get(yearName) ?? '') ?? null;
}
