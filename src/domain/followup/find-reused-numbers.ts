import { getNumberKey } from '../plan/number-key.ts';
import type { PathRound } from './path-as-it-stands.ts';
import type { PathDocument } from './path-document.ts';
import { isSameMatter } from './same-matter.ts';
import type { AssessedInitiative } from './status-round.ts';

/** A measure whose initiative is called something else than in the round before. */
export type ReusedNumber = {
	/** The measure's title. */
	readonly title: string;
	readonly number: string;
	/** What the initiative was called, and is called now. */
	readonly before: string;
	readonly after: string;
	/** Year of the round before. */
	readonly year: number;
};

/**
 * Measures whose initiative has another matter in its title in the newest round than in the one before, newest round first. A document
 * knows initiatives by their numbers alone: where it uses one again, the measure goes along, and only a person can see that it should not.
 */
export function findReusedNumbers({ scenario, candidates, initiativeIds }: PathDocument, rounds: readonly PathRound[]): ReusedNumber[] {
	const [newest, ...earlier] = rounds;
	return [...scenario.measures, ...candidates].flatMap(({ id, title, initiative }): ReusedNumber[] => {
		const ids = initiativeIds?.[id];
		const isMeant = (line: AssessedInitiative) =>
			ids ? ids.includes(line.initiative.id) : initiative !== null && getNumberKey(line.initiative.number) === getNumberKey(initiative);
		const now = newest?.lines.find(isMeant)?.initiative;
		const before = earlier.flatMap(({ lines, round }) => {
			const line = lines.find((each) => each.initiative.id === now?.id);
			return line ? [{ title: line.initiative.title, year: round.year }] : [];
		})[0];
		if (!now || !before || isSameTitle(before.title, now.title)) return [];
		return [{ title, number: now.number, before: before.title, after: now.title, year: before.year }];
	});
}

/** A title that was made longer or shorter is about what it was about. */
function isSameTitle(one: string, other: string): boolean {
	const [shorter = '', longer = ''] = [one, other].map((title) => foldTitle(title)).toSorted((left, right) => left.length - right.length);
	return (shorter !== '' && longer.includes(shorter)) || isSameMatter(one, other);
}

function foldTitle(title: string): string {
	return title
		.toLocaleLowerCase('da')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
