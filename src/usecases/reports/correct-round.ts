import type { RoundMeeting } from '#domain/followup/round-stage.ts';
import { getDanishDay } from '#domain/shared/danish-day.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { hashFrozenRound, type Difference, type FactDifference, type FrozenRound } from '#reports/frozen-round.ts';
import { listDifferences } from '#reports/list-differences.ts';
import { listFactDifferences } from '#reports/list-fact-differences.ts';
import { listAnswers, makeUntouched, saveAnswer } from '#storage/answers.ts';
import { addAssessments, saveAssessment, type AssessmentContent } from '#storage/assessments.ts';
import { appendChanges, type Change } from '#storage/changes.ts';
import { findRoundRun } from '#storage/round-runs.ts';
import { allowCorrecting, type PublishedReport } from '#storage/status-reports.ts';
import type { ReadTx, WriteTx } from '#storage/transactions.ts';
import type { Context } from '../context.ts';
import { readPlanRecord, type PlanRecord, type StoredPlan } from '../plan/plan-record.ts';
import { requireMay } from '../require-may.ts';
import { findRoundLegend } from '../round/answer-desk.ts';
import { readMeeting } from '../round/read-meeting.ts';
import { readStatusDate } from '../round/read-settings.ts';
import { saveStatusDate } from '../round/set-status-date.ts';
import { getStanding } from '../round/store-answers.ts';
import { applyCorrections, type CorrectedLine, type Correcting } from './apply-corrections.ts';
import { readColourReasons, type ReasonInput } from './correct-reasons.ts';
import { chooseBase, keepPublished } from './correction-base.ts';
import { listVersions, readFrozenRound } from './frozen-rounds.ts';
import { publishContent, type PublishedVersion } from './publish-content.ts';
import { makeRoundContent } from './round-content.ts';

export type CorrectRoundInput = {
	readonly municipality: string;
	readonly year: number;
	/** The published version that is corrected: the newest. */
	readonly version: number;
	/** Stands in the new version. */
	readonly reason: string;
	readonly corrections: readonly Correcting[];
	/** The day the report describes, and the meeting it was presented at; what is left out stays. */
	readonly facts?: CorrectedFacts;
	/**
	 * `as published` keeps what the plan said then; `as it is now` takes what has changed since along. A round with a later one keeps the
	 * plan's own words also then: what the later round has changed is that round's to tell.
	 */
	readonly plan: 'as published' | 'as it is now';
	/** Hash of the new version as the person has seen it; left out when nothing was shown. */
	readonly sha256?: string;
};

export type CorrectedFacts = { readonly statusDate?: string | null; readonly meeting?: RoundMeeting | null };

/** What a correction would publish. */
export type CorrectionPreview = {
	readonly version: number;
	readonly sha256: string;
	readonly differences: readonly Difference[];
	readonly facts: readonly FactDifference[];
};

/**
 * What a correction would publish, without storing anything.
 * @throws DomainError as `correctRound`
 */
export async function previewCorrection(context: Context, input: CorrectRoundInput): Promise<CorrectionPreview> {
	const { code } = await requireMay(context, 'report.publish', input.municipality);
	return context.database.read(code, async (tx) => {
		const record = await readPlanRecord(tx, { publicOnly: false });
		const { frozen } = await makeCorrected(tx, record, input);
		const { differences = [], facts = [] } = frozen.correction ?? {};
		return { version: input.version + 1, sha256: hashFrozenRound(frozen), differences, facts };
	});
}

/**
 * Publishes a corrected version, which names the one it replaces, the reason and the differences, and corrects the assessments and the
 * status date in the same transaction. The step that presented the round keeps the meeting it was given: the corrected one is the report's. The earlier version stays as it is.
 * @throws DomainError invalid `report.reason-missing`, `report.nothing-corrected`, `report.colour-reason-missing`,
 *   `report.colour-reason-too-long`, `report.remark-too-long`, `round.status-date-form`, `round.meeting-date-form`; not-found `round.unknown`, `initiative.unknown`;
 *   conflict `report.not-published`, `report.changed-meanwhile` when another version has come since
 */
export async function correctRound(context: Context, input: CorrectRoundInput): Promise<PublishedVersion> {
	const { code } = await requireMay(context, 'report.publish', input.municipality);
	return publishContent(context, {
		municipalityCode: code,
		sha256: input.sha256 ?? null,
		make: async (tx, record) => (await makeCorrected(tx, record, input)).frozen,
		store: async (tx, stored) => {
			const record = await readPlanRecord(tx, { publicOnly: false });
			await storeCorrections(context, tx, { stored, made: await makeCorrected(tx, record, input), input });
		},
	});
}

type Corrected = {
	readonly frozen: FrozenRound;
	readonly changed: readonly CorrectedLine[];
	/** By initiative, where it is another than before. */
	readonly colourReasons: ReadonlyMap<string, string | null>;
};

async function makeCorrected(tx: ReadTx, record: PlanRecord, input: CorrectRoundInput): Promise<Corrected> {
	const reason = input.reason.trim();
	if (reason === '') throw new DomainError('invalid', 'report.reason-missing');
	const replaced = findReplaced(record, input);
	const before = await readFrozenRound(tx, replaced);
	const base = chooseBase(record, before, input);
	const applied = applyCorrections(base.followUp, input.corrections);
	const { changed } = applied;
	const { statusDate, meeting = before.meeting ?? null } = readFacts(input.facts);
	const { round } = applied.followUp;
	const followUp = { ...applied.followUp, round: { ...round, statusDate: statusDate === undefined ? round.statusDate : statusDate } };
	const lines = { before: base.followUp, followUp, changed, corrections: input.corrections };
	const colourReasons = await findColourReasons(tx, replaced, lines);
	const version = replaced.version + 1;
	const kept = input.plan === 'as published' ? keepPublished(base, before, followUp, changed) : base;
	const made = await makeRoundContent(tx, record, input.year, { ...kept, version, followUp, meeting, colourReasons });
	if (!made) throw new Error('a published round is not there');
	const differences = listDifferences(before, made);
	const facts = listFactDifferences(before, made);
	// What only a later program words differently is no correction.
	if (differences.length === 0 && facts.length === 0) throw new DomainError('invalid', 'report.nothing-corrected');
	const replaces = { version: replaced.version, sha256: replaced.sha256, published: getDanishDay(replaced.at).day };
	const correction = { replaces, reason, differences, ...(facts.length > 0 && { facts }) };
	return { frozen: { ...made, correction }, changed, colourReasons };
}

function readFacts({ statusDate, meeting }: CorrectedFacts = {}) {
	return {
		...(statusDate === undefined ? {} : { statusDate: readStatusDate(statusDate) }),
		...(meeting === undefined ? {} : { meeting: readMeeting(meeting) }),
	};
}

/** A round that came whole from a document asked nobody, so there is no rule to follow. */
async function findColourReasons(
	tx: ReadTx,
	{ planId, year }: PublishedReport,
	lines: Pick<ReasonInput, 'before' | 'followUp' | 'changed' | 'corrections'>,
): Promise<ReadonlyMap<string, string | null>> {
	const run = await findRoundRun(tx, planId, year);
	if (!run) return new Map();
	const legend = await findRoundLegend(tx, run);
	const answers = await listAnswers(tx, planId, year);
	const known = new Map([...answers].map(([id, { colourReason }]) => [id, colourReason]));
	return readColourReasons({ ...lines, run, legend, known });
}

function findReplaced({ stored, municipality }: PlanRecord, { year, version }: CorrectRoundInput): PublishedReport {
	if (!stored?.rounds.some(({ round }) => round.year === year)) {
		throw new DomainError('not-found', 'round.unknown', { municipality: municipality.name, year });
	}
	const [newest] = listVersions(stored, year);
	if (!newest) throw new DomainError('conflict', 'report.not-published', { year });
	if (newest.version !== version) throw new DomainError('conflict', 'report.changed-meanwhile', { year });
	return newest;
}

type Storing = {
	readonly stored: StoredPlan;
	readonly made: Corrected;
	readonly input: CorrectRoundInput;
};

async function storeCorrections({ actor, now }: Context, tx: WriteTx, { stored, made, input }: Storing): Promise<void> {
	const planId = stored.row.id;
	const { year } = input;
	const [who, at] = [actor.id, now()];
	const changes: Change[] = [];
	await allowCorrecting(tx);
	const dates = await saveStatusDate(tx, { planId, year }, made.frozen.round.statusDate, at);
	if (dates) changes.push({ entity: 'round', action: 'changed', planId, entityId: String(year), year, ...dates });
	const answers = await listAnswers(tx, planId, year);
	for (const [id, colourReason] of made.colourReasons) {
		const answer = answers.get(id) ?? makeUntouched(id);
		const corrected = { ...answer, colourReason };
		await saveAnswer(tx, planId, year, answer, corrected, at);
		const sides = { before: getStanding(answer), after: getStanding(corrected) };
		changes.push({ entity: 'answer', action: 'changed', planId, entityId: id, year, ...sides });
	}
	for (const { initiative, assessment } of made.changed) {
		const { initiativeId: _id, year: _year, version: _version, ...corrected } = assessment;
		const row = stored.assessments.get(year)?.get(initiative.id)?.assessment;
		// The frozen round does not know the place in the document; what is stored does.
		const content: AssessmentContent = { ...corrected, source: row?.source ?? null };
		const key = { entity: 'assessment', planId, entityId: initiative.id, year } as const;
		if (row) {
			await saveAssessment(tx, planId, { initiativeId: initiative.id, year, version: row.version }, content, at);
			const { initiativeId: _i, year: _y, version: _v, ...before } = row;
			changes.push({ ...key, action: 'changed', before, after: content });
		} else {
			await addAssessments(tx, planId, year, [{ initiativeId: initiative.id, content }], at);
			changes.push({ ...key, action: 'added', before: null, after: content });
		}
	}
	await appendChanges(tx, { who, at, reason: 'edit', note: input.reason.trim(), importId: null }, changes);
}
