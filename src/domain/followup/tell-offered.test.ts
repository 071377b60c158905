import { describe, expect, it } from 'vitest';
import { makeLessNeed, readExamplePath, readSoroeRound } from '../../../test/soroe-path.ts';
import { compileScenario } from '../pathway/compile-scenario.ts';
import { takeInCandidate } from './edit-measures.ts';
import { findStandings } from './path-as-it-stands.ts';
import { findPathGap } from './path-gap.ts';
import { tellOffered } from './tell-offered.ts';

const document = readExamplePath('soroe');
const less = makeLessNeed(document);
const given = { ...document, candidates: [less] };
const tell = (path: typeof document) =>
	tellOffered(path, findPathGap(compileScenario(path.scenario), findStandings(path, [readSoroeRound()])!), 2030);

describe('the rows of a measure that was taken in later', () => {
	const taken = tell(takeInCandidate(given, less, 2023));
	const offered = { year: 2030, tonnes: expect.closeTo(342, 0), counts: expect.closeTo(3852, 0), because: 'stated tonnes' };

	it('say what it was offered at, where it counts for more since stated tonnes have not been corrected', () => {
		expect(taken.standings.find(({ measure }) => measure === 'mindre')).toMatchObject({ takenIn: 2023, offered });
		expect(taken.initiatives.find(({ title }) => title === 'Mindre behov')?.standings).toMatchObject([{ offered }]);
		expect(taken.standings.filter((each) => each.offered)).toHaveLength(1);
	});
	it('say nothing of it where it counts for what it was offered at, or is decided', () => {
		const alone = { ...less, effects: [{ kind: 'uptake', tonnes: 500 }] } as const;
		const paths = [takeInCandidate({ ...document, candidates: [alone] }, alone, 2023), takeInCandidate(given, less, null)];
		for (const path of paths) expect(tell(path).standings.some((each) => each.offered)).toBe(false);
	});
});
