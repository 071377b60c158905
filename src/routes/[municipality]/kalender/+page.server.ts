import { fail } from '@sveltejs/kit';
import { renewCalendar, viewCalendar } from '#usecases/mail/calendar-secret.ts';
import { describeHeader } from '#web/describe-header.ts';
import { answerRefusal } from '#web/to-response.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { municipality, hasAddress } = await viewCalendar(locals.context, { municipality: params.municipality });
	return { hasAddress, municipality: describeHeader(municipality, true) };
};

export const actions: Actions = {
	make: ({ locals, params }) => renew(locals, params.municipality, false),
	remove: ({ locals, params }) => renew(locals, params.municipality, true),
};

async function renew({ context, locale }: App.Locals, municipality: string, remove: boolean) {
	const made = await answerRefusal(locale, async () => ({ address: await renewCalendar(context, { municipality, remove }) }));
	return 'address' in made ? { address: made.address } : fail(made.status, made.data);
}
