import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { editAssessments } from './edit-assessments.ts';
import type { AssessmentEdit } from './inputs.ts';

let desk: RoundDesk;
beforeAll(async () => {
	desk = await openRoundDesk();
	await desk.open();
});
afterAll(() => desk.server.close());

const edit = async (numbers: readonly string[], change: AssessmentEdit['change']) => {
	const edits = await Promise.all(numbers.map(async (number) => ({ number, version: await desk.getVersion(number), change })));
	return editAssessments(desk.coordinator(), { municipality, year, edits });
};

test('a colour against the guide needs a reason, and no remark is longer than the report takes: all that are wrong are named', async () => {
	const refuse = (numbers: readonly string[], change: AssessmentEdit['change'], problems: string) =>
		expect(edit(numbers, change)).rejects.toMatchObject({
			code: 'answer.edit-refused',
			details: { problems, numbers: numbers.join('\n') },
		});
	await refuse(['6'], { state: 'in progress', progress: 'red' }, 'colour-reason-missing');
	await refuse(['6', '9'], { remark: 'x'.repeat(601) }, 'remark-too-long');
	expect(await edit(['6'], { remark: null })).toMatchObject({ changed: 0, undo: null });
});
