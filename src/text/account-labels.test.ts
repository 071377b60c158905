import { describe, expect, it } from 'vitest';
import {
	accountKinds,
	accountSectors,
	carriers,
	dataQualities,
	gases,
	notationKeys,
	rowOrigins,
	rowParts,
	subSectors,
} from '#domain/account/account.ts';
import { bridgeCauses } from '#domain/account/bridge-vintages.ts';
import { accountProblemCodes, type AccountProblem, type AccountProblemCode } from '#domain/account/check-account.ts';
import { factorRestrictions } from '#domain/account/emission-factor.ts';
import { gpcLevels } from '#domain/account/gpc.ts';
import * as labels from './account-labels.ts';
import { tableProblemCodes, type TableProblemCode } from '#domain/account/account-draft.ts';
import { tableProblemSentence } from './table-problem-sentence.ts';
import { accountProblemSentence } from './account-problems.ts';

describe.each(['da', 'en'] as const)('the words of a climate account (%s)', (locale) => {
	const write = <Code extends string>(codes: readonly Code[], label: (code: Code, locale: 'da' | 'en') => string) =>
		codes.map((code) => label(code, locale));

	it('are there, and differ from each other', () => {
		for (const words of [
			write(accountKinds, labels.accountKindLabel),
			write(accountSectors, labels.accountSectorLabel),
			write(Object.values(subSectors).flat(), labels.subSectorLabel),
			write(carriers, labels.carrierLabel),
			write(gases, labels.gasLabel),
			write(notationKeys, labels.notationLabel),
			write(dataQualities, labels.qualityLabel),
			write(rowParts, labels.rowPartLabel),
			write(rowOrigins, labels.rowOriginLabel),
			write(bridgeCauses, labels.bridgeCauseLabel),
			write(gpcLevels, labels.gpcLevelLabel),
			write(factorRestrictions, labels.restrictionSentence),
		]) {
			expect(words.filter((word) => !word.trim())).toEqual([]);
			expect(new Set(words).size).toBe(words.length);
		}
	});

	it.each(Object.keys(tableProblemCodes) as TableProblemCode[])('say what the reader met: %s', (code) => {
		expect(tableProblemSentence({ code, row: 1, column: 'gas', text: 'SF7' }, locale)).toMatch(/SF7.*[.]$/);
	});

	it.each(Object.keys(accountProblemCodes) as AccountProblemCode[])('say what is wrong: %s', (code) => {
		const problem: AccountProblem = { code, row: 0, sector: 'energy', label: 'Samlet', stated: 1200.5, expected: 1500 };
		const sentence = accountProblemSentence(problem, locale);
		expect(sentence).toMatch(/[.]$/);
		expect(sentence).not.toMatch(/[{}]|undefined|null/);
	});
});
