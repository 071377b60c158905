import { redirect } from '@sveltejs/kit';
import { accountKinds, type AccountKind } from '#domain/account/account.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { removeTarget } from '#usecases/targets/remove-target.ts';
import { saveTarget } from '#usecases/targets/save-target.ts';
import { saveTargetFrame } from '#usecases/targets/save-target-frame.ts';
import { viewTargets } from '#usecases/targets/view-targets.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readCount, readText } from '#web/read-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import { listUrls } from '#web/urls.ts';
import { enterpriseQuery, readFrame, readTarget } from './target-texts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await viewTargets(locals.context, { municipality: params.municipality });
	if (!view.mayEdit) throw new DomainError('forbidden', 'access.denied', { action: 'target.edit' });
	const account: AccountKind = url.searchParams.has('virksomhed') ? 'enterprise' : 'geographic';
	const edited = view.targets.find(({ id }) => id === url.searchParams.get('maal')) ?? null;
	return {
		view: keepOnServer({ ...view, account, edited }),
		isSaved: url.searchParams.has('gemt'),
		municipality: describeHeader(view.municipality, view.hasPlan),
	};
};

export const actions: Actions = {
	frame: (event) =>
		change(event, 'frame', (form, key) => {
			const frame = readFrame(form);
			return { typed: frame, work: () => saveTargetFrame(event.locals.context, { ...key, frame }) };
		}),
	target: (event) =>
		change(event, 'target', (form, key) => {
			const target = readTarget(form);
			const id = readText(form, 'id') || null;
			return { typed: { ...target, id: id ?? '' }, work: () => saveTarget(event.locals.context, { ...key, id, target }) };
		}),
	remove: (event) =>
		change(event, 'remove', (form, key) => {
			const id = readText(form, 'id');
			return { typed: {}, work: () => removeTarget(event.locals.context, { ...key, id }) };
		}),
};

type Key = { readonly municipality: string; readonly account: AccountKind; readonly version: number };
type Change = { readonly typed: Readonly<Record<string, string>>; readonly work: () => Promise<void> };

async function change(event: RequestEvent, which: string, prepare: (form: FormData, key: Key) => Change) {
	const { locals, params, request } = event;
	const form = await request.formData();
	const account = accountKinds.find((kind) => kind === readText(form, 'account')) ?? 'geographic';
	const { typed, work } = prepare(form, { municipality: params.municipality, account, version: readCount(form, 'version') });
	const query = account === 'enterprise' ? `${enterpriseQuery}&gemt` : '?gemt';
	const refused = await refuseForm(locals.locale, { ...typed, which }, work);
	return refused ?? redirect(303, listUrls(locals.locale).targets(params.municipality, query));
}
