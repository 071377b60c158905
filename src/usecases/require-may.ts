import { can, canForSome, type Action, type Resource } from '#domain/access/policy.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { TenantRevision } from '#storage/database.ts';
import type { Context } from './context.ts';

/**
 * The first line of a use case about one municipality: finds it by code ("0340") or slug ("soroe") and checks that the
 * actor may do this there. Gives its code, and its revision as of now.
 * @throws DomainError not-found `municipality.unknown`, forbidden `access.denied`
 */
export async function requireMay(context: Context, action: Action, municipality: string): Promise<TenantRevision> {
	const tenant = await context.database.findRevision(municipality);
	if (!tenant) throw new DomainError('not-found', 'municipality.unknown', { municipality: municipality.slice(0, 60) });
	if (!can(context.actor, action, { municipalityCode: tenant.code })) {
		throw new DomainError('forbidden', 'access.denied', { action, municipality: tenant.code });
	}
	return tenant;
}

/**
 * The first line of a use case about answers, which a person gives or reviews for some initiatives only: checks that the actor may do
 * this for any at all. What is asked about a single one is checked by `checkMay` once it is read.
 */
export async function requireMayForSome(
	context: Context,
	action: 'answer.give' | 'answer.review',
	municipality: string,
): Promise<Pick<TenantRevision, 'code'>> {
	const { tenant } = context;
	const known = tenant?.name === municipality ? tenant : await context.database.findRevision(municipality);
	if (!known) throw new DomainError('not-found', 'municipality.unknown', { municipality: municipality.slice(0, 60) });
	if (!canForSome(context.actor, action, known.code))
		throw new DomainError('forbidden', 'access.denied', { action, municipality: known.code });
	return { code: known.code };
}

/** Throws forbidden `access.denied` unless the actor may do this to what was read. */
export function checkMay({ actor }: Context, action: Action, resource: Resource & { readonly municipalityCode: string }): void {
	if (!can(actor, action, resource))
		throw new DomainError('forbidden', 'access.denied', { action, municipality: resource.municipalityCode });
}

/** The same for what concerns the whole installation. */
export function requireMayAnywhere(context: Context, action: Action): void {
	if (!can(context.actor, action, { municipalityCode: null })) throw new DomainError('forbidden', 'access.denied', { action });
}
