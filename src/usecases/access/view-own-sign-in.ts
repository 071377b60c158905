import { listMunicipalityProfiles } from '#storage/municipalities.ts';
import { findSignInWays, type SignInWays } from '#storage/sign-in-users.ts';
import type { PersonRole } from '#domain/access/person.ts';
import type { Context } from '../context.ts';
import { listAdmitting } from './admit.ts';
import { findActor } from './find-actor.ts';
import { mayManageSignIn } from './may-manage-sign-in.ts';
import type { OpenSession } from './sign-in.ts';

/** Somebody's own sign-in: where they belong, and how they can sign in. */
export type OwnSignInView = {
	readonly email: string;
	/** True for who came by an answer link and has no sign-in of their own to look at. */
	readonly isForAnswers: boolean;
	readonly engagements: readonly {
		readonly name: string;
		readonly slug: string;
		readonly role: PersonRole;
		readonly needsSecondFactor: boolean;
	}[];
	readonly ways: SignInWays;
	readonly mayManage: boolean;
};

/** Everything about the session that asks, and nothing of anybody else. */
export async function viewOwnSignIn(context: Context, open: OpenSession): Promise<OwnSignInView> {
	const { session, userId, token } = open;
	const codes = session.answersFor
		? [session.answersFor.municipalityCode]
		: (await listAdmitting(context, session)).map(({ municipalityCode }) => municipalityCode);
	const profiles = (await context.database.readPublic((tx) => listMunicipalityProfiles(tx))).filter(({ code }) => codes.includes(code));
	const engagements = [];
	for (const { code, name, slug } of profiles) {
		const { person, needsSecondFactor } = await findActor(context, { session, municipality: code });
		if (person) engagements.push({ name, slug, role: person.role, needsSecondFactor });
	}
	const ways = await context.database.signIn((tx) => findSignInWays(tx, userId, token, context.now()));
	return {
		email: session.answersFor ? '' : session.email,
		isForAnswers: session.answersFor !== null,
		engagements,
		ways,
		mayManage: await mayManageSignIn(context, open),
	};
}
