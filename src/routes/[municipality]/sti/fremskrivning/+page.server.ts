import { fail, redirect } from '@sveltejs/kit';
import { listFactors } from '#usecases/account/list-factors.ts';
import { saveBasis } from '#usecases/pathway/save-basis.ts';
import { viewPathDesk } from '#usecases/pathway/view-path-desk.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { chooseScenario, handBackWhenGone, prepareHandingBack } from '../choose-scenario.ts';
import { listFindings } from '../list-findings.ts';
import type { Errors } from '../typed-form.ts';
import { proposeBasis, readBasisTexts, writeBasis } from './basis-texts.ts';
import { fillFactors, listChoices } from './fill-factors.ts';
import { readBasis } from './read-basis.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = await viewPathDesk(locals.context, { municipality: params.municipality });
	const { factors } = await listFactors(locals.context, { municipality: params.municipality });
	const stored = chooseScenario(desk.scenarios, url.searchParams);
	const account = desk.accounts.find(({ id }) => id === url.searchParams.get('regnskab')) ?? null;
	const proposed = account && proposeBasis(account, locals.context.now().getUTCFullYear() + 10, locals.locale);
	return {
		view: keepOnServer({
			...{ municipality: desk.municipality, accounts: desk.accounts, account, stored },
			factors: listChoices(factors, locals.locale),
			texts: stored ? writeBasis(stored.document) : proposed,
			findings: stored ? listFindings(stored.document).filter(({ measure }) => measure === null) : [],
		}),
		isSaved: url.searchParams.has('gemt'),
		municipality: describeHeader(desk.municipality, desk.hasPlan),
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = readBasisTexts(form);
		const { factors } = await listFactors(locals.context, { municipality: params.municipality });
		const { texts, errors } = fillFactors(typed, factors, locals.locale);
		const read = readBasis(texts, locals.locale);
		const wrong = { ...('errors' in read ? read.errors : {}), ...errors };
		if ('errors' in read || Object.keys(wrong).length > 0) return fail(400, { texts, errors: wrong, message: null });
		const id = readText(form, 'id');
		const scenario = id === '' ? null : { id, version: readCount(form, 'scenarioVersion') };
		const input = { municipality: params.municipality, scenario, title: texts.title ?? '', basis: read.basis };
		const refused = await answerRefusal(locals.locale, () =>
			handBackWhenGone(prepareHandingBack({ locals, params }), typed, () => saveBasis(locals.context, input)),
		);
		const none: Errors = {};
		if (refused) return fail(refused.status, { texts, errors: none, message: refused.data.message });
		const urls = listUrls(locals.locale);
		redirect(303, id === '' ? urls.editPath(params.municipality, '?gemt') : urls.baseline(params.municipality, `?scenarie=${id}&gemt`));
	},
};
