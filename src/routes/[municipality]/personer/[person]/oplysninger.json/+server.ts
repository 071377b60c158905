import { exportPerson } from '#usecases/people/export-person.ts';
import { sendFile } from '#web/send-file.ts';
import type { RequestHandler } from './$types';

/** Everything stored about a person, as a file to hand out. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const data = await exportPerson(locals.context, { municipality: params.municipality, personId: params.person });
	const response = sendFile({
		fileName: `personoplysninger-${data.personId}.json`,
		contentType: 'application/json; charset=utf-8',
		bytes: new TextEncoder().encode(`${JSON.stringify(data, null, '\t')}\n`),
		isPublic: false,
	});
	response.headers.set('cache-control', 'no-store');
	return response;
};
