import { searchFactors } from '#domain/account/emission-factor.ts';
import { listFactors } from '#usecases/account/list-factors.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const list = await listFactors(locals.context, { municipality: params.municipality });
	const words = (url.searchParams.get('soeg') ?? '').slice(0, 100);
	return {
		words,
		all: list.factors.length,
		mayEdit: list.mayEdit,
		saved: url.searchParams.get('gemt'),
		factors: keepOnServer(searchFactors(list.factors, words)),
		municipality: describeHeader(list.municipality, list.hasPlan),
	};
};
