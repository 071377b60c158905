import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import { addComment, commentsLimit } from './add-comment.ts';

let desk: RoundDesk;
let anna = '';
beforeAll(async () => {
	desk = await openRoundDesk();
	anna = await desk.addOwner('Prøveperson Anna', ['1', '2']);
	await desk.open('collecting');
});
afterAll(() => desk.server.close());

const say = (number: string, text: string) => addComment(desk.as(anna), { municipality, year, number, text });
const countComments = async () => Number((await desk.server.sql<{ count: string }>(`select count(*) from round_comment`))[0]?.count);

describe('comments about an answer', () => {
	test('are no more than its page can show; another answer has room still', async () => {
		await say('1', 'Den første.');
		await desk.server.sql(
			`insert into round_comment (municipality_code, plan_id, year, initiative_id, kind, text, who, at)
			select c.municipality_code, c.plan_id, c.year, c.initiative_id, c.kind, 'Fyld', c.who, c.at
			from round_comment c, generate_series(1, ${commentsLimit - 2})`,
		);
		await say('1', 'Den sidste.');
		await expect(say('1', 'En til.')).rejects.toMatchObject({ code: 'answer.comments-full' });
		expect(await countComments()).toBe(commentsLimit);
		await say('2', 'Her er plads.');
		expect(await countComments()).toBe(commentsLimit + 1);
	});
});
