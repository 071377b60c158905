import { addAnswers } from '#storage/answers.ts';
import { saveAssignments } from '#storage/assignments.ts';
import { setOwners } from '#storage/initiative-owners.ts';
import type { RoundPlanDesk } from './plan-desk.ts';

/** Asks these persons about an initiative in the round that runs, and lets them answer for it from then on. */
export async function askAbout({ tx, plan, run, at }: RoundPlanDesk, id: string, personIds: readonly string[]): Promise<void> {
	await addAnswers(tx, plan.id, run.year, [id], at);
	await saveAssignments(tx, plan.id, run.year, new Map([[id, personIds]]));
	await setOwners(tx, plan.id, [id], personIds);
}
