import { expect, test } from 'vitest';
import { listLackingAnswers } from './lacking-answers.ts';

test('of answers that are given those without a reason for their colour are named apart from those that lack something else', () => {
	const answers = [
		{ number: '1', status: 'answered', problems: ['colour-reason-missing'] },
		{ number: '2', status: 'accepted', problems: ['progress-missing'] },
		{ number: '3', status: 'accepted', problems: ['colour-reason-missing', 'remark-missing'] },
		{ number: '4', status: 'answered', problems: [] },
		{ number: '5', status: 'waiting', problems: ['state-missing'] },
		{ number: '6', status: 'sent back', problems: ['colour-reason-missing'] },
	] as const;
	expect(listLackingAnswers(answers)).toEqual({ noReason: ['1', '3'], incomplete: ['2', '3'] });
});
