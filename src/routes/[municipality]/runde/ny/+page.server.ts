import { fail, redirect } from '@sveltejs/kit';
import { answerFields } from '#domain/followup/answer.ts';
import { followDeadline } from '#domain/followup/status-date.ts';
import { parseYear } from '#domain/shared/year.ts';
import { openRound } from '#usecases/round/open-round.ts';
import { proposeRound } from '#usecases/round/propose-round.ts';
import { describeHeader } from '#web/describe-header.ts';
import { keepOnServer } from '#web/keep-on-server.ts';
import { readText } from '#web/read-form.ts';
import { answerRefusal } from '#web/to-response.ts';
import { listUrls } from '#web/urls.ts';
import { writeDone } from '../[year]/done.ts';
import { writeBoardQuery } from '#web/board-query.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const proposal = await proposeRound(locals.context, { municipality: params.municipality });
	return { view: keepOnServer(proposal), municipality: describeHeader(proposal.municipality, true) };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = {
			year: readText(form, 'year'),
			deadline: readText(form, 'deadline'),
			statusDate: readText(form, 'statusDate'),
			askedFields: answerFields.filter((field) => form.getAll('field').includes(field)),
			remarkLimit: readText(form, 'remarkLimit'),
			contact: readText(form, 'contact'),
		};
		// As the page proposed it, which may have been yesterday.
		const proposed = readText(form, 'proposedStatusDate');
		const statusDate = followDeadline(proposed, typed);
		const opened = await answerRefusal(locals.locale, () =>
			openRound(locals.context, {
				municipality: params.municipality,
				...typed,
				statusDate,
				// What is no year or number is refused by the rules, with their own sentence.
				year: parseYear(typed.year) ?? 0,
				remarkLimit: /^\d{1,6}$/.test(typed.remarkLimit) ? Number(typed.remarkLimit) : 0,
				contact: typed.contact || null,
			}),
		);
		if (!('asked' in opened)) return fail(opened.status, { ...opened.data, typed });
		redirect(
			303,
			listUrls(locals.locale).board(
				params.municipality,
				opened.year,
				writeBoardQuery(
					{},
					writeDone({ what: 'aabnet', count: opened.asked, statusDate: statusDate === typed.statusDate ? null : statusDate }),
				),
			),
		);
	},
};
