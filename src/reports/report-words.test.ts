import { describe, expect, it } from 'vitest';
import { makeFollowUp } from '../../test/made-up-follow-up.ts';
import { freezeRound } from './freeze-round.ts';
import { aboutLines, footLine, listMasthead, verifyLine } from './report-words.ts';
import { makeRoundSheet } from './round-sheet.ts';
import { writeStatusReport } from './status-report.ts';

const freeze = (version: number | null, isRun = false) =>
	freezeRound({ followUp: makeFollowUp([{ number: '1' }]), comparison: null, findings: [], version, isRun });

/** Everything that says which report it is: the first page, the foot of all pages, the last page, and the page that stands alone. */
function sayAll(frozen: ReturnType<typeof freeze>): string {
	const report = writeStatusReport(frozen, 'da');
	const sheet = makeRoundSheet(frozen, 'da');
	return [...listMasthead(report), footLine(report), ...aboutLines(report).flat(), verifyLine(report), sheet.hashLine].join('\n');
}

describe('what can be checked', () => {
	it('is a published version, which says its number on every page', () => {
		const frozen = freeze(2, true);
		const said = sayAll(frozen);
		const { hash } = writeStatusReport(frozen, 'da');
		expect(said).toContain('Version 2');
		expect(said).toContain(`Indhold ${hash.slice(0, 12)}`);
		expect(said).not.toMatch(/kan ikke kontrolleres|Udkast|Indlæst opfølgning/i);
	});

	it.each([
		[true, 'Udkast, ikke offentliggjort'],
		[false, 'Indlæst opfølgning'],
	])('is nothing that is not published here (run here: %s): it has neither version nor number', (isRun, word) => {
		const frozen = freeze(null, isRun);
		const said = sayAll(frozen);
		expect(said).toContain(word);
		expect(said).toContain('Kan ikke kontrolleres');
		expect(said).not.toMatch(/Version \d/);
		expect(said).not.toContain(writeStatusReport(frozen, 'da').hash.slice(0, 12));
	});
});
