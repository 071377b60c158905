import { error } from '@sveltejs/kit';
import { listOutbox } from '#usecases/mail/list-outbox.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { describeStatus } from '#web/to-response.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	// Outside the demo the links in these mails would let who runs the round answer as anybody.
	if (!locals.demo) error(404, describeStatus(404, locals.locale));
	setHeaders({ 'cache-control': 'no-store' });
	const view = await listOutbox(locals.context, { municipality: params.municipality, outbox: locals.outbox });
	return { view: keepOnServer(view), municipality: describeHeader(view.municipality, true) };
};
