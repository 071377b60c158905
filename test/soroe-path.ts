import { readFileSync } from 'node:fs';
import type { AssessedInitiative } from '#domain/followup/status-round.ts';
import { readPathDocument, type PathDocument } from '#domain/followup/path-document.ts';
import type { PathRound } from '#domain/followup/path-as-it-stands.ts';
import type { Measure } from '#domain/pathway/model.ts';

const read = (municipality: string, name: string) =>
	JSON.parse(readFileSync(new URL(`../examples/${municipality}/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;

/** An example's path as it is shipped. */
export function readExamplePath(municipality: 'soroe' | 'ballerup'): PathDocument {
	return readPathDocument({ ...read(municipality, 'path'), scenario: read(municipality, 'scenario') });
}

type Line = { number: string; title: string; state: string | null; startDate: string | null; deadline: string | null };

/** The 2023 follow-up of Sorø as far as the path looks at it. */
export function readSoroeRound(): PathRound {
	const lines = (read('soroe', 'plan').initiatives as Line[]).map((line) => makeLine(line));
	return { round: { year: 2023 }, lines };
}

/** A line of a round as far as the path looks at it. */
export function makeLine({ number, title = '', state, startDate = null, deadline = null }: Partial<Line>): AssessedInitiative {
	return {
		initiative: { id: number, number, title, startDate, deadline },
		assessment: state === undefined ? null : { state },
	} as unknown as AssessedInitiative;
}

/** A candidate that is a share of what is there, so that what it saves depends on what else has been done. */
export function makeLessNeed({ candidates }: PathDocument): Measure {
	const [first] = candidates;
	if (!first) throw new Error('the example has no candidate');
	return {
		...first,
		id: 'mindre',
		title: 'Mindre behov',
		initiative: null,
		relations: [],
		effects: [{ kind: 'reduce need', sector: 'Energi', carriers: 'all', share: 0.09 }],
		timing: { ...first.timing, start: 2025, full: 2026 },
	};
}
