import { personRoles, type PersonRole } from './person.ts';

/** Who acts. A reader is anybody who is not signed in; the other roles are what a person is to the municipality. */
export const roles = ['reader', ...personRoles] as const;
export type Role = (typeof roles)[number];

/** What can be done, as subject and verb. */
export const actions = [
	'plan.read',
	'report.render',
	'data.export',
	'round.read',
	'answer.give',
	'answer.review',
	'round.run',
	'report.publish',
	'plan.edit',
	'pathway.edit',
	'target.edit',
	'plan.import',
	'import.undo',
	'finding.dismiss',
	'person.read',
	'person.manage',
	'mail.read',
	'mail.edit',
	'person.erase',
	'setting.edit',
	'audit.read',
	'tenant.export',
	'example.add',
	'service.manage',
] as const;
export type Action = (typeof actions)[number];

/** The acting person. `municipalityCode` limits the role to one municipality; null is the whole installation. */
export type Actor = {
	/** Id of the person, or a word for what is no person: `public`, `demo`, `cli`, `job`. */
	readonly id: string;
	readonly role: Role;
	readonly municipalityCode: string | null;
	/** Whose answers the actor may give: the own, and those of persons it stands in for. */
	readonly personIds?: readonly string[];
	/** Units a unit lead leads, those below them included. */
	readonly unitIds?: readonly string[];
	/** Signed in by an answer link: whatever the role, good for the own answers only. */
	readonly onlyAnswers?: boolean;
};

/** What is acted on; `municipalityCode` is null where the action concerns the installation. */
export type Resource = {
	readonly municipalityCode: string | null;
	/** Persons who are asked for the answer. */
	readonly personIds?: readonly string[];
	/** Unit that answers for the initiative. */
	readonly unitId?: string | null;
};

// Climate plans and their published follow-up are public: reading and taking data out need no role beyond reader.
const open: readonly Action[] = ['plan.read', 'report.render', 'data.export'];
const answering: readonly Action[] = ['answer.give'];
const coordination: readonly Action[] = [
	'round.read',
	'answer.give',
	'answer.review',
	'round.run',
	'report.publish',
	'plan.edit',
	'pathway.edit',
	'target.edit',
	'plan.import',
	'import.undo',
	'finding.dismiss',
	'person.read',
	'person.manage',
	'mail.read',
	'mail.edit',
	'setting.edit',
];

/**
 * The permissions as data: which role may do what within its municipality. A round that is not published is read by those who run it;
 * owners and unit leads see of it what they are asked about or review, and everybody else what is published.
 */
const permissions: Record<Role, ReadonlySet<Action>> = {
	reader: new Set(open),
	'alliance secretary': new Set(open),
	owner: new Set([...open, ...answering]),
	'unit lead': new Set([...open, ...answering, 'answer.review']),
	coordinator: new Set([...open, ...coordination]),
	administrator: new Set(actions),
};

/** Actions that owners may do for the initiatives they are asked about, and unit leads also for those of their units. */
const limited: readonly Action[] = ['answer.give', 'answer.review'];

/**
 * Whether an actor may do something to a resource. Public actions are open in every municipality; all others only in the
 * actor's own, and what concerns the whole installation only for actors who are not limited to one municipality.
 */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
	if (open.includes(action)) return true;
	if (actor.onlyAnswers && action !== 'answer.give') return false;
	if (!permissions[actor.role].has(action)) return false;
	if (actor.municipalityCode !== null && actor.municipalityCode !== resource.municipalityCode) return false;
	return !limited.includes(action) || isInReach(actor, resource);
}

/** Whether a person of this role can be asked at all: it may give its own answers. Who only reads is never asked, nor stands in. */
export function canBeAsked(role: PersonRole): boolean {
	return permissions[role].has('answer.give');
}

/** Whether an actor may do something, which is limited to some initiatives, for any of them at all. */
export function canForSome(actor: Actor, action: 'answer.give' | 'answer.review', municipalityCode: string): boolean {
	const { personIds = [], unitIds = [] } = actor;
	return can(actor, action, { municipalityCode, personIds, unitId: unitIds[0] ?? null });
}

function isInReach(actor: Actor, { personIds = [], unitId = null }: Resource): boolean {
	if (!actor.onlyAnswers && (actor.role === 'coordinator' || actor.role === 'administrator')) return true;
	if (personIds.some((id) => actor.personIds?.includes(id))) return true;
	return !actor.onlyAnswers && actor.role === 'unit lead' && unitId !== null && (actor.unitIds?.includes(unitId) ?? false);
}
