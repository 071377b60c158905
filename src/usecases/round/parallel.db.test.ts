import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDomainError } from '#domain/shared/domain-error.ts';
import type { Database } from '#storage/database.ts';
import { colouredAnswer, municipality, openRoundDesk, year, type RoundDesk } from '../../../test/round-desk.ts';
import type { Context } from '../context.ts';
import { giveAnswer } from './give-answer.ts';
import { saveDraft } from './save-draft.ts';
import { viewOwnAnswer } from './view-own-answer.ts';

let desk: RoundDesk;
let replica: Database;
let anna = '';
const numbers = Array.from({ length: 19 }, (_, i) => String(i + 1));

beforeAll(async () => {
	desk = await openRoundDesk();
	replica = await desk.server.open();
	anna = await desk.addOwner('Prøveperson Anna', [...numbers, '20a']);
	await desk.open();
});
afterAll(() => desk.server.close());

const view = (number: string) => viewOwnAnswer(desk.as(anna), { municipality, year, number });
/** Half of the savers come by another replica. */
const by = (saver: number): Context => ({ ...desk.as(anna), database: saver % 2 === 0 ? desk.database : replica });

test('of twenty who save the same answer at once one is first, and the others are told', async () => {
	const saves = Array.from({ length: 20 }, (_, saver) =>
		giveAnswer(by(saver), { municipality, year, number: '20a', version: 1, content: { ...colouredAnswer, remark: `Tekst ${saver}` } }),
	);
	const outcomes = await Promise.allSettled(saves);
	const first = outcomes.findIndex(({ status }) => status === 'fulfilled');
	const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
	expect(refused).toHaveLength(19);
	expect(refused.every((error) => isDomainError(error) && error.code === 'answer.changed-meanwhile')).toBe(true);
	expect((await view('20a')).given?.remark).toBe(`Tekst ${first}`);
});

test('of twenty savers of as many answers, typing and giving, nothing is lost and nothing written over', async () => {
	const typeAndGive = async (number: string, saver: number) => {
		let version = 1;
		for (const words of ['Vi', 'Vi har', 'Vi har holdt', 'Vi har holdt møder']) {
			const draft = { ...colouredAnswer, remark: `${words} ${number}` };
			version = (await saveDraft(by(saver), { municipality, year, number, version, draft })).version;
		}
		const content = { ...colouredAnswer, remark: `Vi har holdt møder om ${number}.` };
		await giveAnswer(by(saver), { municipality, year, number, version, content });
	};
	await Promise.all(numbers.map(typeAndGive));
	for (const number of numbers) {
		expect(await view(number)).toMatchObject({
			answer: { status: 'answered', version: 6 },
			given: { remark: `Vi har holdt møder om ${number}.` },
			draft: null,
		});
	}
	const [broken] = await desk.server.sql<{ count: string }>(`select count(*) from find_broken_entries('change')`);
	expect(broken?.count).toBe('0');
});

test('one after the other, each on what the one before saved, all are kept in the history', async () => {
	let { version } = (await view('20a')).answer;
	for (let turn = 0; turn < 10; turn++) {
		const content = { ...colouredAnswer, remark: `Omgang ${turn}` };
		version = (await giveAnswer(by(turn), { municipality, year, number: '20a', version, content })).version;
	}
	const remarks = await desk.server.sql<{ remark: string }>(
		`select after ->> 'remark' as remark from change where entity = 'assessment' and year = 2024 and after ->> 'remark' like 'Omgang%' order by id`,
	);
	expect(remarks.map(({ remark }) => remark)).toEqual(Array.from({ length: 10 }, (_, turn) => `Omgang ${turn}`));
});
