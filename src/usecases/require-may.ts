import { can, type Action } from '#domain/access/policy.ts';
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

/** The same for what concerns the whole installation. */
export function requireMayAnywhere(context: Context, action: Action): void {
	if (!can(context.actor, action, { municipalityCode: null })) throw new DomainError('forbidden', 'access.denied', { action });
}
