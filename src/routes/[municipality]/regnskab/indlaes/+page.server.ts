import { fail } from '@sveltejs/kit';
import type { AccountPreview } from '#usecases/account/account-import-preview.ts';
import { applyAccountImport, type AppliedAccountImport } from '#usecases/account/apply-account-import.ts';
import { listImportedAccounts } from '#usecases/account/list-account-imports.ts';
import { previewAccountImport } from '#usecases/account/preview-account-import.ts';
import { undoAccountImport } from '#usecases/account/undo-account-import.ts';
import { m } from '#text/paraglide/messages.js';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readFile, readText } from '#web/read-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import { readTypedHead, toHead } from './read-head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const list = await listImportedAccounts(locals.context, { municipality: params.municipality });
	return { imports: list.imports, municipality: describeHeader(list.municipality, list.hasPlan) };
};

/** The file as it was uploaded; between preview and storing it lies in the form, so that nothing of it is kept here before. */
async function readChosen(form: FormData) {
	const file = await readFile(form, 'file');
	if (file) return file;
	const kept = readText(form, 'bytes');
	return kept === '' ? null : { fileName: readText(form, 'fileName'), bytes: new Uint8Array(Buffer.from(kept, 'base64')) };
}

export const actions: Actions = {
	preview: async ({ locals, params, request }) => {
		const { context, locale } = locals;
		const form = await request.formData();
		const typed = readTypedHead(form);
		const chosen = await readChosen(form);
		if (!chosen) return fail(400, { message: m.account_import_nothing({}, { locale }), field: 'file', typed });
		// TypeScript does not see that the work below fills it.
		let preview = null as AccountPreview | null;
		const refused = await refuseForm(locale, typed, async () => {
			preview = await previewAccountImport(context, { municipality: params.municipality, ...chosen, head: toHead(typed) });
		});
		const bytes = Buffer.from(chosen.bytes).toString('base64');
		return refused ?? { preview: preview && keepOnServer({ preview, bytes, typed }) };
	},
	apply: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = readTypedHead(form);
		const chosen = await readChosen(form);
		if (!chosen) return fail(400, { message: m.account_import_nothing({}, { locale: locals.locale }), field: 'file', typed });
		let applied = null as AppliedAccountImport | null;
		const refused = await refuseForm(locals.locale, typed, async () => {
			applied = await applyAccountImport(locals.context, { municipality: params.municipality, ...chosen, head: toHead(typed) });
		});
		return refused ?? { applied };
	},
	undo: async ({ locals, params, request }) => {
		const importId = readText(await request.formData(), 'importId');
		const refused = await refuseForm(locals.locale, null, () =>
			undoAccountImport(locals.context, { municipality: params.municipality, importId }),
		);
		return refused ?? { undone: true };
	},
};
