import { describe, expect, it } from 'vitest';
import type { AnswerStatus } from '#domain/followup/answer.ts';
import { isOpenForOwners } from '#domain/followup/answer-stage.ts';
import { roundStages, type RoundStage } from '#domain/followup/round-stage.ts';
import { describeRound } from './describe-round.ts';

const run = {
	planId: 'plan',
	year: 2026,
	deadline: '2026-05-01',
	legend: null,
	askedFields: ['state'],
	remarkLimit: 600,
	contact: null,
	version: 1,
} as const;
const isDone = (status: AnswerStatus) => status === 'answered' || status === 'accepted';

function say(stage: RoundStage, statuses: readonly AnswerStatus[], today = '2026-04-01') {
	const rows = statuses.map((status, index) => ({
		number: String(index + 1),
		title: 'Solceller',
		section: null,
		status,
		hasDraft: false,
		isOwn: true,
		persons: [],
		standsInFor: [],
		isOverTime: false,
		maySave: isOpenForOwners(stage, status),
	}));
	const numbers = { total: rows.length, done: statuses.filter(isDone).length };
	return describeRound({ run: { ...run, deadline: run.deadline as never, stage }, rows, numbers, today }, 'Prøveperson', 'da');
}

describe('the top of the list of somebody who is asked', () => {
	it('says what is to be done while answers are collected, also after the deadline', () => {
		expect(say('collecting', ['answered', 'waiting'])).toMatchObject({ heading: 'Hej Prøveperson', next: '2' });
		expect(say('collecting', ['waiting']).lead).toContain('Svar senest 1. maj 2026.');
		expect(say('collecting', ['waiting'], '2026-05-02').lead).toContain('Fristen var 1. maj 2026, men du kan stadig svare.');
	});

	it('thanks for what was answered, and says until when it can be changed', () => {
		expect(say('collecting', ['answered']).lead).toBe('Alt er besvaret. Du kan ændre dine svar til og med 1. maj 2026.');
		expect(say('collecting', ['answered'], '2026-05-02').lead).not.toContain('1. maj');
	});

	it('says what was sent back in the review, and that it can be answered', () => {
		expect(say('review', ['accepted', 'sent back'])).toEqual({
			heading: 'Hej Prøveperson',
			lead: 'Et svar er sendt tilbage til dig. Ret det, og send det igen.',
			next: '2',
		});
	});

	it('never says that all is answered when it is not', () => {
		for (const stage of roundStages) {
			const said = say(stage, ['waiting', 'waiting']);
			expect(`${said.heading} ${said.lead}`).not.toMatch(/alt er besvaret|tak/i);
		}
		expect(say('review', ['waiting', 'waiting'])).toMatchObject({ heading: 'Runden er lukket for svar', next: null });
		expect(say('review', ['waiting', 'waiting']).lead).toContain('0 af dine 2 indsatser er besvaret.');
	});

	it('has a sentence of its own for each stage that is closed', () => {
		const leads = (['open', 'review', 'approved', 'presented', 'published'] as const).map((stage) => say(stage, ['answered']).lead);
		expect(new Set(leads).size).toBe(5);
		expect(say('published', ['answered']).heading).toBe('Rapporten er offentliggjort');
	});
});
