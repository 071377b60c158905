import { fail, redirect } from '@sveltejs/kit';
import { parseYear } from '#domain/shared/year.ts';
import { listImports } from '#usecases/imports/list-imports.ts';
import { largestDocumentMegabytes, previewImport } from '#usecases/imports/preview-import.ts';
import { undoImport } from '#usecases/imports/undo-import.ts';
import { m } from '#text/paraglide/messages.js';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readFile, readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { describeHeader } from '#web/describe-header.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = await listImports(locals.context, { municipality: params.municipality });
	return {
		view: keepOnServer(view),
		limit: largestDocumentMegabytes,
		municipality: describeHeader(view.municipality, view.hasPlan),
		/** The import that was just stored or undone. */
		applied: view.imports.find(({ id }) => id === url.searchParams.get('indlaest')) ?? null,
		/** How many accepted answers say something else since it was stored. */
		lapsed: Number(/^\d{1,4}$/.exec(url.searchParams.get('bortfaldet') ?? '')?.[0] ?? 0),
		undone: view.imports.find(({ id }) => id === url.searchParams.get('fortrudt')) ?? null,
	};
};

export const actions: Actions = {
	upload: async ({ locals, params, request }) => {
		const { locale, context } = locals;
		const form = await readUpload(request);
		if (!form) {
			const message = m.web_import_too_large({ limit: largestDocumentMegabytes }, { locale });
			return fail(413, { year: '', field: 'file' as const, message });
		}
		const file = await readFile(form, 'file');
		const typed = { year: readText(form, 'year') };
		const year = parseYear(typed.year);
		if (!file) return fail(400, { ...typed, field: 'file' as const, message: m.web_import_no_file({}, { locale }) });
		if (year === undefined) return fail(400, { ...typed, field: 'year' as const, message: m.web_import_no_year({}, { locale }) });

		const answer = await answerRefusal(locale, () => previewImport(context, { municipality: params.municipality, year, ...file }));
		if ('draftId' in answer) redirect(303, listUrls(locale).importDraft(params.municipality, answer.draftId));
		return fail(answer.status, { ...typed, field: 'file' as const, message: answer.data.message });
	},
	undo: async ({ locals, params, request }) => {
		const importId = readText(await request.formData(), 'importId');
		const refused = await answerRefusal(locals.locale, () => undoImport(locals.context, { municipality: params.municipality, importId }));
		if (refused) return fail(refused.status, { year: '', field: 'undo' as const, message: refused.data.message });
		redirect(303, `${listUrls(locals.locale).imports(params.municipality)}?fortrudt=${encodeURIComponent(importId)}`);
	},
};

/** The form as sent; null when it is so large that the server does not take it, whichever file and year it holds. */
async function readUpload(request: Request): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (error) {
		if (error instanceof Error && 'status' in error && error.status === 413) return null;
		throw error;
	}
}
