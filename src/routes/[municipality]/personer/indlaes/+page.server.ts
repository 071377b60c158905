import { fail, redirect } from '@sveltejs/kit';
import { viewUnits } from '#usecases/people/view-units.ts';
import { applyPeopleList, type AppliedPeopleList } from '#usecases/people/apply-people-list.ts';
import type { PeopleListPreview } from '#usecases/people/people-list-preview.ts';
import { previewPeopleList } from '#usecases/people/preview-people-list.ts';
import { m } from '#text/paraglide/messages.js';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readFile } from '#web/read-form.ts';
import { refuseForm } from '#web/refuse-form.ts';
import { listUrls } from '#web/urls.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { municipality, hasPlan } = await viewUnits(locals.context, { municipality: params.municipality });
	return { applied: readApplied(url.searchParams), municipality: describeHeader(municipality, hasPlan) };
};

const counted = ['added', 'changed', 'unchanged', 'units', 'owners'] as const;

/** What a list that was stored came to, in the address of the page that follows. */
function writeApplied(applied: AppliedPeopleList): string {
	return new URLSearchParams(counted.map((name): [string, string] => [name, String(applied[name])])).toString();
}

/** The same read back; null where no list was stored just now. */
function readApplied(search: URLSearchParams): AppliedPeopleList | null {
	if (!counted.every((name) => /^\d{1,6}$/.test(search.get(name) ?? ''))) return null;
	const read = (name: (typeof counted)[number]) => Number(search.get(name));
	return { added: read('added'), changed: read('changed'), unchanged: read('unchanged'), units: read('units'), owners: read('owners') };
}

/** Text of a form with its spaces and lines as they were typed: the number of a line is the number of its row. */
function readLines(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.replaceAll('\u0000', '') : '';
}

export const actions: Actions = {
	preview: async ({ locals, params, request }) => {
		const { context, locale } = locals;
		const form = await request.formData();
		const text = readLines(form, 'text');
		const file = await readFile(form, 'file');
		const chosen =
			file ?? (text.trim() ? { fileName: readLines(form, 'fileName') || 'liste.csv', bytes: new TextEncoder().encode(text) } : null);
		if (!chosen) return fail(400, { message: m.people_import_nothing({}, { locale }), field: 'file', typed: { text } });
		// TypeScript does not see that the work below fills it.
		let preview = null as PeopleListPreview | null;
		const refused = await refuseForm(locale, { text }, async () => {
			preview = await previewPeopleList(context, { municipality: params.municipality, ...chosen });
		});
		return refused ?? { preview: preview && keepOnServer(preview) };
	},
	apply: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [fileName, text, basis] = ['fileName', 'text', 'basis'].map((name) => readLines(form, name)) as [string, string, string];
		let applied = null as AppliedPeopleList | null;
		const refused = await refuseForm(locals.locale, { text }, async () => {
			applied = await applyPeopleList(locals.context, { municipality: params.municipality, fileName, text, basis });
		});
		if (refused || !applied) return refused;
		redirect(303, `${listUrls(locals.locale).peopleList(params.municipality)}?${writeApplied(applied)}`);
	},
};
