import { error, type RequestEvent } from '@sveltejs/kit';
import { DomainError, isDomainError } from '#domain/shared/domain-error.ts';
import type { Locale } from '#text/locale.ts';
import { listScenarios } from '#usecases/pathway/list-scenarios.ts';
import { describeDomainError } from '#web/to-response.ts';
import { listTyped, type MeasureTitles } from './list-typed.ts';
import type { Texts } from './typed-form.ts';

/**
 * The scenario that the address names, or the path of the plan where it names none; null where there is no path yet. One that has been
 * removed is not replaced by another: what is typed for a what-if must not come into the path of the plan.
 * @throws DomainError not-found `scenario.unknown`
 */
export function chooseScenario<Scenario extends { readonly id: string }>(
	scenarios: readonly Scenario[],
	query: URLSearchParams,
): Scenario | null {
	const named = query.get('scenarie');
	if (named === null) return scenarios[0] ?? null;
	const found = scenarios.find(({ id }) => id === named);
	if (!found) throw new DomainError('not-found', 'scenario.unknown');
	return found;
}

/** How a form's content is worded where its scenario is gone. */
export type HandingBack = { readonly locale: Locale; readonly listTitles: () => Promise<MeasureTitles> };

/** Does what a form asks for. Where its scenario has been removed meanwhile, the page says so and hands back what was typed. */
export async function handBackWhenGone<Result>(
	{ locale, listTitles }: HandingBack,
	typed: Texts,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (caught) {
		if (!isDomainError(caught) || caught.code !== 'scenario.unknown') throw caught;
		const { status, message } = describeDomainError(caught, locale);
		return error(status, message, { kept: listTyped(typed, locale, await listTitles()).join('\n') });
	}
}

/** For a form of a municipality: a copy keeps its measures' ids, so the scenarios that are left know what most of them are called. */
export function prepareHandingBack({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>): HandingBack {
	return {
		locale: locals.locale,
		listTitles: async () => {
			const { scenarios } = await listScenarios(locals.context, { municipality: params.municipality ?? '' });
			const measures = scenarios.flatMap(({ document }) => [...document.scenario.measures, ...document.candidates]);
			return new Map(measures.map(({ id, title }) => [id, title]));
		},
	};
}
