import type { PathRound } from './path-as-it-stands.ts';

/**
 * Titles of the initiatives by number, of some rounds, newest first: each as the newest round that has it says. One that was taken out of
 * the plan keeps the title it had.
 */
export function listTitles(rounds: readonly PathRound[]): Map<string, string> {
	const lines = rounds.toReversed().flatMap((round) => round.lines);
	return new Map(lines.map(({ initiative: { number, title } }) => [number, title]));
}
