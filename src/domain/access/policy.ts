/** Who acts. In the local demo everybody is a coordinator; sign-in brings the other roles. */
export const roles = ['reader', 'coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What can be done, as subject and verb. */
export const actions = [
	'plan.read',
	'plan.edit',
	'plan.import',
	'import.undo',
	'assessment.edit',
	'finding.dismiss',
	'report.render',
	'data.export',
	'example.add',
	'service.manage',
] as const;
export type Action = (typeof actions)[number];

/** The acting person. `municipalityCode` limits the role to one municipality; null is the whole installation. */
export type Actor = { readonly id: string; readonly role: Role; readonly municipalityCode: string | null };

/** What is acted on; null where the action concerns the installation. */
export type Resource = { readonly municipalityCode: string | null };

// Climate plans and their follow-up are public: reading and taking data out need no role beyond reader.
const open: readonly Action[] = ['plan.read', 'report.render', 'data.export'];
const coordination: readonly Action[] = ['plan.edit', 'plan.import', 'import.undo', 'assessment.edit', 'finding.dismiss'];

/** The permissions as data: which role may do what within its municipality. */
const permissions: Record<Role, ReadonlySet<Action>> = {
	reader: new Set(open),
	coordinator: new Set([...open, ...coordination]),
	administrator: new Set(actions),
};

/**
 * Whether an actor may do something to a resource. Public actions are open in every municipality; all others only in the
 * actor's own, and what concerns the whole installation only for actors who are not limited to one municipality.
 */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
	if (!permissions[actor.role].has(action)) return false;
	if (open.includes(action)) return true;
	return actor.municipalityCode === null || actor.municipalityCode === resource.municipalityCode;
}
