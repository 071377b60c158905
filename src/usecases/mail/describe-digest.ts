import { listMissing, listUnreachable, type MailRound } from '#domain/followup/gather-mails.ts';
import type { DigestContent } from '#domain/followup/mail-content.ts';
import { countRoundAnswers } from '#storage/mail-occasions.ts';
import { findPlanWithRuns } from '#storage/round-runs.ts';
import type { ReadTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readBoard } from '../round/view-board.ts';
import type { MailDesk } from './read-occasion.ts';

/** What the weekly mail about a round says now, to nobody yet. */
export async function describeDigest(tx: ReadTx, context: Context, desk: MailDesk, round: MailRound): Promise<DigestContent> {
	const { planId, year, deadline } = round;
	const { persons: _, ...progress } = await countRoundAnswers(tx, planId, year);
	const ofRound = { ...desk.occasion, rounds: [round] };
	const unreachable = listUnreachable(ofRound, desk.today);
	return {
		kind: 'digest',
		reader: null,
		...progress,
		missing: listMissing(ofRound),
		breaksGuide: await listBreaks(tx, context, round),
		unreachable: unreachable.map(({ person, why }) => ({ name: person.name, why })),
		municipality: desk.municipality.name,
		year,
		deadline,
		day: desk.today,
		link: `${context.address}/${desk.municipality.slug}/runde/${year}`,
		template: desk.templates.get('digest') ?? null,
	};
}

/** Numbers of what the board marks as another colour than the guide's; only of the plan in force, which the board is about. */
async function listBreaks(tx: ReadTx, context: Context, { planId, year }: MailRound): Promise<string[]> {
	if ((await findPlanWithRuns(tx))?.plan.id !== planId) return [];
	const { board } = await readBoard(tx, context, year);
	return board.rows.filter(({ breaksGuide }) => breaksGuide).map(({ initiative }) => initiative.number);
}
