import { redirect } from '@sveltejs/kit';
import { moveToUnit } from '#usecases/people/move-to-unit.ts';
import { setOwners } from '#usecases/people/set-owners.ts';
import { viewOwners } from '#usecases/people/view-owners.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { listUrls } from '#web/urls.ts';
import { refuseForm } from '#web/refuse-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is shown: the unit and whether only initiatives without an owner. Forms carry it along in their address. */
function readFilter(url: URL) {
	return { unit: url.searchParams.get('enhed') ?? '', onlyMissing: url.searchParams.get('mangler') === 'ja' };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const filter = readFilter(url);
	const view = await viewOwners(locals.context, { municipality: params.municipality, ...filter });
	const changed = Number(url.searchParams.get('gemt') ?? NaN);
	return {
		view: keepOnServer(view),
		filter,
		changed: Number.isSafeInteger(changed) ? changed : null,
		municipality: describeHeader(view.municipality, view.hasPlan),
	};
};

const actionHow = { replace: 'replace', add: 'add', remove: 'remove' } as const;

export const actions: Actions = {
	set: async ({ locals, params, request, url }) => {
		const { context, locale } = locals;
		const filter = readFilter(url);
		const form = await request.formData();
		const typed = {
			initiatives: form.getAll('initiative').map(String),
			people: form.getAll('person').map(String),
			which: readText(form, 'which'),
		};
		const how = readText(form, 'how');
		let changed = 0;
		const refused = await refuseForm(locale, typed, async () => {
			const municipality = params.municipality;
			const all = typed.which === 'all' ? (await viewOwners(context, { municipality, ...filter })).lines.map(({ id }) => id) : null;
			const initiativeIds = all ?? typed.initiatives;
			if (how === 'move') {
				const unitId = readText(form, 'toUnit');
				changed = await moveToUnit(context, { municipality, initiativeIds, unitId: unitId === '' ? null : unitId });
				return;
			}
			const chosen = Object.values(actionHow).find((each) => each === how) ?? 'add';
			changed = await setOwners(context, { municipality, of: { initiativeIds }, personIds: typed.people, how: chosen });
		});
		if (refused) return refused;
		const query = new URLSearchParams({ ...(filter.unit ? { enhed: filter.unit } : {}), ...(filter.onlyMissing ? { mangler: 'ja' } : {}) });
		query.set('gemt', String(changed));
		redirect(303, listUrls(locale).owners(params.municipality, `?${query}`));
	},
};
