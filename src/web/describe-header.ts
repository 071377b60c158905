import type { MunicipalityProfile } from '#domain/plan/plan.ts';

/** What the header and the foot need to know of the municipality a page is about. */
export function describeHeader(municipality: MunicipalityProfile, hasPlan: boolean): Required<App.PageData>['municipality'] {
	return { code: municipality.code, name: municipality.name, slug: municipality.slug, hasPlan };
}
