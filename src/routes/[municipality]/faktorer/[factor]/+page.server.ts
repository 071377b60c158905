import { redirect } from '@sveltejs/kit';
import { DomainError } from '#domain/shared/domain-error.ts';
import { listFactors } from '#usecases/account/list-factors.ts';
import { saveFactor } from '#usecases/account/save-factor.ts';
import { describeHeader } from '#web/describe-header.ts';
import { readCount, readText } from '#web/read-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const list = await listFactors(locals.context, { municipality: params.municipality });
	const factor = list.factors.find(({ id }) => id === params.factor);
	if (!factor) throw new DomainError('not-found', 'factor.unknown');
	if (!list.mayEdit) throw new DomainError('forbidden', 'access.denied', { action: 'plan.edit' });
	return { factor, municipality: describeHeader(list.municipality, list.hasPlan) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [value, source] = [readText(form, 'value'), readText(form, 'source')];
		const standing = { validFrom: readText(form, 'validFrom'), validTo: readText(form, 'validTo'), gwpSet: readText(form, 'gwpSet') };
		const typed = { value, source, ...standing };
		const { municipality, factor } = params;
		const refused = await refuseForm(locals.locale, typed, () =>
			saveFactor(locals.context, { municipality, factorId: factor, version: readCount(form, 'version'), ...typed }),
		);
		return (
			refused ??
			redirect(303, listUrls(locals.locale).factors(municipality, `?gemt=${encodeURIComponent(factor)}#${encodeURIComponent(factor)}`))
		);
	},
};
