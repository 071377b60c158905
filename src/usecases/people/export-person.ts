import { listPersonalData } from '#storage/personal-data.ts';
import { listSignInData } from '#storage/sign-in-data.ts';
import { getAnswersAddress } from '../access/session.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { getPerson, requireMayManage } from './check-person.ts';

/** All data about a person, as `docs/personoplysninger.md` describes it. */
export type PersonExport = {
	readonly format: 'fremdrift-person-1';
	/** When it was taken out, ISO 8601. */
	readonly at: string;
	readonly municipality: string;
	readonly personId: string;
	/** Rows by table. */
	readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
	/** How the person signs in to this installation, secrets left out. */
	readonly signIn: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

/**
 * Gathers everything stored about a person, for the person to be given. That it was taken out is noted in the audit log.
 * Throws not-found `person.unknown`, conflict `person.erased`, forbidden `person.administrator-only`.
 */
export async function exportPerson(
	context: Context,
	input: { readonly municipality: string; readonly personId: string },
): Promise<PersonExport> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const at = context.now();
	const { email, data, personId } = await context.database.write(code, async (tx) => {
		const person = await getPerson(tx, input.personId);
		requireMayManage(context.actor, person.role);
		await appendAudit(tx, { event: 'person exported', who: context.actor.id, subject: person.id, at });
		return { email: person.email, data: await listPersonalData(tx, person.id), personId: person.id };
	});
	// Who came by an answer link has a user of its own.
	const addresses = [...(email === null ? [] : [email]), getAnswersAddress({ municipalityCode: code, personId })];
	const signIn = await context.database.signIn((tx) => listSignInData(tx, addresses));
	return { format: 'fremdrift-person-1', at: at.toISOString(), municipality: code, personId, data, signIn };
}
