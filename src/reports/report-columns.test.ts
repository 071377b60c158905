import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { makeFollowUp } from '../../test/made-up-follow-up.ts';
import { freezeRound } from './freeze-round.ts';
import { renderCsv } from './render-csv.ts';
import { listReportColumns } from './report-columns.ts';
import { writeStatusReport } from './status-report.ts';

describe('the column of the organisation unit', () => {
	const followUp = makeFollowUp([{ number: '1' }, { number: '2' }]);
	const freeze = (unit: string | null) => {
		const facts = new Map(followUp.lines.map(({ initiative }) => [initiative.id, { tags: [], unit, colourReason: null }]));
		return freezeRound({ followUp, comparison: null, findings: [], version: 1, facts });
	};
	const list = (frozen: ReturnType<typeof freeze>) => listReportColumns(writeStatusReport(frozen, 'da')).map(({ heading }) => heading);

	it('is there where a unit is, and tells two reports apart that differ in nothing else', () => {
		expect(list(freeze('Teknik'))).toContain('Organisatorisk enhed');
		expect(list(freeze(null))).not.toContain('Organisatorisk enhed');
		const [one, other] = ['Teknik', 'Natur'].map((unit) => Buffer.from(renderCsv(writeStatusReport(freeze(unit), 'da'))));
		expect(one?.equals(other ?? Buffer.of())).toBe(false);
	});

	it('is no value of the plan: our own file taken in again says that it is not read, and no more', async () => {
		const { problems } = await readDocument({ fileName: 'own.csv', bytes: renderCsv(writeStatusReport(freeze('Teknik'), 'da')) });
		expect(problems).toMatchObject([{ severity: 'note', code: 'heading.unknown', text: 'Organisatorisk enhed' }]);
	});

	it('stays out of what is made from a report that was published before there was one', () => {
		expect(list({ ...freeze('Teknik'), layoutVersion: 8 })).not.toContain('Organisatorisk enhed');
	});
});

describe('the column of the reason for another colour', () => {
	const followUp = makeFollowUp([{ number: '1', priority: 'prioritised', state: 'in progress', progress: 'red' }, { number: '2' }]);
	const freeze = (colourReason: string | null) => {
		const facts = new Map(followUp.lines.map(({ initiative }) => [initiative.id, { tags: [], unit: null, colourReason }]));
		return freezeRound({ followUp, comparison: null, findings: [], version: 1, facts });
	};
	const list = (frozen: ReturnType<typeof freeze>) => listReportColumns(writeStatusReport(frozen, 'da')).map(({ heading }) => heading);
	const reason = 'Lokalplanen mangler';

	it('is there where a reason is, also when the colour is what it was last time', () => {
		expect(list(freeze(reason))).toContain('Begrundelse for anden farve');
		expect(list(freeze(null))).not.toContain('Begrundelse for anden farve');
		expect(new TextDecoder().decode(renderCsv(writeStatusReport(freeze(reason), 'da')))).toContain(reason);
	});

	it.each(['da', 'en'] as const)('is no colour of the plan: our own file in %s taken in again says that it is not read', async (locale) => {
		const { problems } = await readDocument({ fileName: 'own.csv', bytes: renderCsv(writeStatusReport(freeze(reason), locale)) });
		expect(problems).toMatchObject([{ severity: 'note', code: 'heading.unknown' }]);
	});

	it('stays out of what is made from a report that was published before there was one', () => {
		expect(list({ ...freeze(reason), layoutVersion: 9 })).not.toContain('Begrundelse for anden farve');
	});
});
