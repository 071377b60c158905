import { signInMethods } from '#usecases/access/session.ts';
import type { OpenSession } from '#usecases/access/sign-in.ts';
import { z } from 'zod';

/** Days after which somebody signs in again, however busy they have been. */
const maxDays = 7;

const stored = z.object({
	session: z.object({
		token: z.string(),
		createdAt: z.date(),
		method: z.enum(signInMethods),
		scope: z.enum(['full', 'answers']),
		municipalityCode: z.string().nullish(),
		personId: z.string().nullish(),
		claims: z.string().nullish(),
		secondFactorAt: z.date().nullish(),
	}),
	user: z.object({ id: z.string(), email: z.string(), twoFactorEnabled: z.boolean().nullish() }),
});

/** A session as Better Auth gives it, as the use cases know it; null where there is none or its time is over. */
export function readOpenSession(found: unknown, now: Date): OpenSession | null {
	if (found === null) return null;
	const { session, user } = stored.parse(found);
	const { method, scope, municipalityCode, personId, createdAt: since } = session;
	if (now.getTime() - since.getTime() > maxDays * 86_400_000) return null;
	const answersFor = scope === 'answers' && municipalityCode && personId ? { municipalityCode, personId } : null;
	// A session for answers that does not say whose would be good for nothing, and must not be good for more.
	if (scope === 'answers' && !answersFor) return null;
	const claims = session.claims ? z.array(z.string()).parse(JSON.parse(session.claims)) : null;
	const hasCodes = user.twoFactorEnabled ?? false;
	return {
		session: { email: user.email, method, since, answersFor, claims, hasSecondFactor: !!session.secondFactorAt, hasCodes },
		userId: user.id,
		token: session.token,
		hasSecondFactorSetUp: hasCodes,
	};
}
