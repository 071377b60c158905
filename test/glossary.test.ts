import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const domainFiles = globSync('src/domain/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));

/** Types that only serve the code: parts and inputs of other types, codes of sentences, how a value is written. */
const technical = new Set([
	'AccountHead',
	'AccountProblemCode',
	'AccountTable',
	'Action',
	'ActivityUnit',
	'AdditionWeight',
	'AdjustableMailKind',
	'Amount',
	'AnswerContent',
	'AnswerField',
	'AnswerRules',
	'AskedInitiative',
	'AssignmentSources',
	'Attribution',
	'BasisCell',
	'Block',
	'BridgeLine',
	'BridgeParts',
	'BridgedAccount',
	'CalendarDate',
	'CalendarEntry',
	'CellFactorUse',
	'CellOperations',
	'CellOverlap',
	'CellRenames',
	'CellTerms',
	'Change',
	'ChangeStates',
	'CheckInput',
	'CheckRules',
	'CheckedLine',
	'Choice',
	'ChosenCells',
	'ChosenTotal',
	'Co2eAnswer',
	'ColourCounts',
	'CommentKind',
	'ComparedField',
	'CompiledEffects',
	'CompiledMeasure',
	'CompiledScenario',
	'CostChoice',
	'CostCurve',
	'CostPerspective',
	'CountedAnswer',
	'Course',
	'DataQuality',
	'DayAndHour',
	'DecidedTargets',
	'Delivery',
	'DevelopmentProblem',
	'DigestContent',
	'Dimension',
	'Distribution',
	'DocumentErrorCode',
	'DomainErrorKind',
	'DraftField',
	'DrawOptions',
	'DueMail',
	'DutyCandidate',
	'EarlierAnswer',
	'EarlierStanding',
	'EffectKind',
	'EffectQuality',
	'EffectTerms',
	'Emissions',
	'ErrorCode',
	'ErrorDetails',
	'FacetValue',
	'Facets',
	'FactorBasis',
	'FactorInForce',
	'FactorKind',
	'FactorOverride',
	'FactorPlace',
	'FactorRemark',
	'FactorStanding',
	'FactorUnit',
	'FieldChange',
	'FindingFacts',
	'FindingParts',
	'FoundQuantity',
	'Game',
	'GapStanding',
	'GasFactors',
	'GasReading',
	'GatheredMail',
	'GpcReport',
	'GpcSupply',
	'GpcTotal',
	'GroupCounts',
	'HeldWork',
	'Holder',
	'IllustrativePart',
	'InitiativeGap',
	'KeptShares',
	'KeyFigure',
	'Kin',
	'LaterEdit',
	'LegendProblem',
	'LineNow',
	'LineProduct',
	'LineUnit',
	'Lines',
	'ListProblem',
	'ListedPerson',
	'MadeLegend',
	'MailContent',
	'MailOccasion',
	'MailPlace',
	'MailRound',
	'MailSettings',
	'MailText',
	'MeasureEdit',
	'MeasureFigure',
	'MeasureOrder',
	'MeasurePlace',
	'MeasureRelation',
	'MissingAnswers',
	'MoveEffect',
	'Numbers',
	'OfferedAt',
	'Operation',
	'OtherPath',
	'OutgoingMail',
	'OwnerMailContent',
	'OwnerMailKind',
	'PartKind',
	'PathEdit',
	'PathReportInput',
	'PathRound',
	'PathSlip',
	'PathwayRule',
	'Pause',
	'PeopleHere',
	'Period',
	'PersonProposal',
	'PlacedUnit',
	'PlanEventKind',
	'PointSequence',
	'ProposalField',
	'ProposalSum',
	'ProposedCell',
	'ProposedStatusDate',
	'Ramp',
	'Random',
	'Range',
	'ReadAction',
	'ReadDevelopment',
	'ReadProblemCode',
	'ReadResult',
	'ReadScenario',
	'ReconciledTotal',
	'RegisterFilter',
	'RegisterSort',
	'RelatingTexts',
	'ReminderPlan',
	'ReminderStanding',
	'ReplacementList',
	'RequiredStanding',
	'Resource',
	'ResponsibleLine',
	'RowOrigin',
	'RowSum',
	'Said',
	'ScenarioKind',
	'ScenarioProblem',
	'ScenarioProblemCode',
	'SectorResult',
	'SectorSum',
	'Selection',
	'SendMail',
	'Series',
	'SetFactorEffect',
	'SettledMeasures',
	'ShapleyOptions',
	'ShapleyShares',
	'SortKey',
	'SourceCell',
	'SourcePlace',
	'Spread',
	'StandingInput',
	'StandingKind',
	'StandingReason',
	'StandingSet',
	'Standings',
	'Step',
	'Successor',
	'SumFinding',
	'TableProblemCode',
	'TagKind',
	'TargetCount',
	'TargetGases',
	'TargetLevel',
	'TargetProbability',
	'TargetProblem',
	'TargetSet',
	'Timing',
	'TonnesEffect',
	'TypedLegend',
	'TypedMailTimes',
	'TypedRule',
	'TypedSentence',
	'UncertainKind',
	'UnitProposal',
	'Unreachable',
	'WaitingAnswer',
	'WaitingMail',
	'WeightedGas',
	'Workspace',
	'WorstYear',
	'WriteMail',
	'WrongSum',
	'YearFigures',
	'YearValues',
]);

/** The rows of the table under a heading: English and Danish. */
function listRows(heading: string): { english: string; danish: string[] }[] {
	const section =
		read('docs/glossary.md')
			.split(/^## /m)
			.find((part) => part.startsWith(heading)) ?? '';
	const cells = [...section.matchAll(/^\| (?!English|-)([^|]+) \| ([^|]+) \|/gm)];
	return cells.map(([, english = '', danish = '']) => ({ english: english.replaceAll('`', '').trim(), danish: danish.trim().split(', ') }));
}

function listExports(kind: string): Set<string> {
	const pattern = new RegExp(`^export (?:${kind}) (\\w+)`, 'gm');
	return new Set(domainFiles.flatMap((file) => [...read(file).matchAll(pattern)].map((match) => match[1] ?? '')));
}

describe('docs/glossary.md', () => {
	const types = listExports('type|class');
	const rows = listRows('Terms in the code');
	const terms = new Set(rows.map((row) => row.english));

	it('has only terms that the domain exports, each once', () => {
		expect(rows.length).toBeGreaterThan(30);
		expect(rows.map((row) => row.english).filter((term) => !types.has(term))).toEqual([]);
		expect(terms.size).toBe(rows.length);
	});

	it('has a row for every type of the domain that is not technical', () => {
		expect([...types].filter((type) => !terms.has(type) && !technical.has(type) && type !== 'DomainError')).toEqual([]);
	});

	it('keeps its list of technical types short and true', () => {
		expect([...technical].filter((type) => !types.has(type) || terms.has(type))).toEqual([]);
	});

	it('moves a word to the code once it is there', () => {
		expect(listRows('Words that later parts bring').filter((row) => types.has(row.english))).toEqual([]);
	});

	it('uses the Danish words that the screen uses', () => {
		const texts = globSync('messages/da/*.json', { cwd: root })
			.flatMap((file) => Object.values(JSON.parse(read(file)) as Record<string, unknown>).map((text) => JSON.stringify(text)))
			.join('\n')
			.toLocaleLowerCase('da');
		const absent = [...rows, ...listRows('Words that are not types')].flatMap((row) =>
			row.danish.filter((word) => !texts.includes(word.toLocaleLowerCase('da'))),
		);
		expect(absent).toEqual([]);
	});
});

describe('the domain', () => {
	// A file of types and lists alone has nothing to try; one that decides something has a test beside it.
	const deciding = domainFiles.filter((file) => /^(export )?(async )?function \w+|^export const \w+Schema/m.test(read(file)));

	it('has a test beside every file with a rule in it', () => {
		const tests = new Set(globSync('src/domain/**/*.test.ts', { cwd: root }).map((file) => path.normalize(file)));
		const covered = (file: string) =>
			tests.has(file.replace(/\.ts$/, '.test.ts')) || [...tests].some((test) => read(test).includes(`/${path.basename(file)}'`));
		expect(deciding.length).toBeGreaterThan(15);
		expect(deciding.filter((file) => !covered(path.normalize(file)))).toEqual([]);
	});
});
