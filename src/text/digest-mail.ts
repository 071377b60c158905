import type { DigestContent } from '#domain/followup/mail-content.ts';
import type { MailLine } from './mail-frame.ts';
import { countInitiatives } from './mail-labels.ts';
import { chooseMailWords, listSome, mostListed, type MailOptions, type MailParts } from './mail-words.ts';
import { nameSome } from './name-some.ts';
import { m } from './paraglide/messages.js';
import { obstacleLabel } from './round-labels.ts';

/** Puts the weekly mail into words: how far it is, who is missing, and what there is to do; what is none is left out. */
export function writeDigest(content: DigestContent, options: MailOptions): MailParts {
	const { asked, answered, missing, day, deadline } = content;
	const words = { ...chooseMailWords(content, asked - answered, options), asked, answered };
	const opening = day > deadline ? m.mail_opening_digest_late : m.mail_opening_digest;
	const named = missing.map(({ name, waiting }) =>
		m.mail_digest_missing({ name, what: countInitiatives(waiting, options.locale) }, options),
	);
	return {
		subject: m.mail_subject_digest(words, options),
		opening: opening(words, options),
		listTitle: m.mail_digest_missing_title({ count: missing.length }, options),
		list: listSome(named, options),
		rest: listTasks(content, options),
		about: asked - answered,
	};
}

/** What waits for whoever runs the round. */
function listTasks(content: DigestContent, options: MailOptions): MailLine[] {
	const { answered, accepted, sentBack, unassigned, breaksGuide, unreachable } = content;
	const toReview = answered - accepted;
	const numbers = nameSome(breaksGuide, mostListed, options.locale);
	// No address is mended for who has left: somebody else is asked.
	const [mendable, left] = [unreachable.filter(({ why }) => why !== 'left'), unreachable.filter(({ why }) => why === 'left')];
	const tasks: [number, () => MailLine[]][] = [
		[toReview, () => [m.mail_digest_to_review({ count: toReview }, options)]],
		[sentBack, () => [m.mail_digest_sent_back({ count: sentBack }, options)]],
		[breaksGuide.length, () => [m.mail_digest_breaks_guide({ count: breaksGuide.length, numbers }, options)]],
		[unassigned, () => [m.mail_digest_unassigned({ count: unassigned }, options)]],
		[mendable.length, () => listUnreachable(mendable, m.mail_digest_unreachable, options)],
		[left.length, () => listUnreachable(left, m.mail_digest_left, options)],
	];
	return tasks.flatMap(([count, write]) => (count > 0 ? write() : []));
}

type WriteTitle = (inputs: { count: number }, options: MailOptions) => string;

function listUnreachable(unreachable: DigestContent['unreachable'], writeTitle: WriteTitle, options: MailOptions): MailLine[] {
	const named = unreachable.map(({ name, why }) => m.mail_digest_person({ name, why: obstacleLabel(why, options.locale) }, options));
	return [writeTitle({ count: unreachable.length }, options), listSome(named, options)];
}
