import { error, redirect } from '@sveltejs/kit';
import { isDomainError } from '#domain/shared/domain-error.ts';
import type { Locale } from '#text/locale.ts';
import { describeDomainError } from './to-response.ts';

/** Tells under which number the reader asked for the page. */
const fromName = 'fra';

/** The number that the reader asked for, where the initiative has got another since; null else. */
export function readFrom(url: URL): string | null {
	return url.searchParams.get(fromName)?.slice(0, 40) ?? null;
}

type Asked = {
	readonly number: string;
	/** The address of the same page about the initiative of a number. */
	readonly find: (number: string) => string;
};

/**
 * Leads whoever asked for an initiative by a number that no page has any more on to where it is now: under another number at once, and
 * with a word first where it went into others, because what they say is about something else. Anything else is thrown again.
 */
export function leadOn(caught: unknown, locale: Locale, { number, find }: Asked): never {
	if (!isDomainError(caught)) throw caught;
	const to = String(caught.details.to ?? '');
	if (caught.code === 'initiative.renumbered') redirect(303, `${find(to)}?${fromName}=${encodeURIComponent(number)}`);
	if (caught.code !== 'initiative.merged' && caught.code !== 'initiative.split') throw caught;
	const { status, message } = describeDomainError(caught, locale);
	error(status, message, { kept: null, goOn: to.split(', ').map((one) => ({ address: find(one), number: one })) });
}
