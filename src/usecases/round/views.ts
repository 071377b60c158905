import type { ProposedStatusDate } from '#domain/followup/status-date.ts';
import type { OrganisationUnit, Person, PersonRole } from '#domain/access/person.ts';
import type { AnswerDraft, AnswerProblem } from '#domain/followup/answer-rules.ts';
import type { Answer, AnswerField, AnswerStatus } from '#domain/followup/answer.ts';
import type { Assessment, Progress, State } from '#domain/followup/assessment.ts';
import type { ChangeKind, FieldChange } from '#domain/followup/compare-rounds.ts';
import type { Finding } from '#domain/followup/finding.ts';
import type { Unreachable } from '#domain/followup/gather-mails.ts';
import type { LackingAnswers } from '#domain/followup/lacking-answers.ts';
import type { Legend, LegendAnswer } from '#domain/followup/legend.ts';
import type { MovedColour } from '#domain/followup/moved-colour.ts';
import type { CommentKind } from '#domain/followup/round-comment.ts';
import type { Returned } from '#domain/followup/list-returned.ts';
import type { RoundNumbers } from '#domain/followup/round-numbers.ts';
import type { RoundRun } from '#domain/followup/round-run.ts';
import type { RoundStage, RoundStep } from '#domain/followup/round-stage.ts';
import type { ToldEvent } from '#domain/followup/tell-events.ts';
import type { EarlierAnswer, UnchangedOffer } from '#domain/followup/unchanged-answer.ts';
import type { Initiative } from '#domain/plan/initiative.ts';
import type { MunicipalityProfile, Section } from '#domain/plan/plan.ts';
import type { NumberAndTitle } from '../plan/view-initiative.ts';
import type { OriginAnswer } from './read-origins.ts';

/** Somebody as those who work on a round see each other; `name` is null for what is no person (demo, cli, job) or is erased. */
export type RoundPerson = {
	readonly id: string;
	readonly name: string | null;
	readonly role: PersonRole | null;
	readonly hasLeft: boolean;
};

export type CommentView = {
	readonly kind: CommentKind;
	readonly text: string;
	readonly who: RoundPerson;
	readonly at: Date;
};

/** What is typed and not sent in. */
export type SavedDraft = { readonly content: AnswerDraft; readonly who: RoundPerson; readonly at: Date };

/* ---- The owner's page ---- */

/** One of the initiatives a person is asked about. */
export type OwnAnswerRow = {
	readonly number: string;
	readonly title: string;
	readonly section: string | null;
	readonly status: AnswerStatus;
	/** Something is typed and not sent in, also where an answer was given before. */
	readonly hasDraft: boolean;
	/** Asked oneself, or in the place of somebody; false where a unit lead sees what others of the unit are asked. */
	readonly isOwn: boolean;
	readonly persons: readonly RoundPerson[];
	/** In whose place one is asked; empty where one is asked oneself. */
	readonly standsInFor: readonly RoundPerson[];
	/** The deadline is past and it is not answered. */
	readonly isOverTime: boolean;
	readonly maySave: boolean;
};

export type OwnAnswers = {
	readonly municipality: MunicipalityProfile;
	/** The round asked for, else the newest that is run here; null when none is, and then `rows` is empty. */
	readonly run: RoundRun | null;
	/** Years of the rounds run here, newest first. */
	readonly years: readonly number[];
	/** Own ones first, each group in the plan's order. */
	readonly rows: readonly OwnAnswerRow[];
	/** Of the own ones. `done` is answered or accepted. */
	readonly numbers: { readonly total: number; readonly done: number };
	readonly today: string;
	/** Of an earlier round: the newest one, where that is not published yet and the person is asked in it. */
	readonly newer: { readonly year: number; readonly total: number } | null;
};

/** One initiative to answer about. After a conflict the page reads this again: `draft`, or `given` where the draft is older, is the other person's text. */
export type OwnAnswer = {
	readonly municipality: MunicipalityProfile;
	readonly run: RoundRun;
	readonly legend: Legend | null;
	readonly initiative: Initiative;
	readonly section: string | null;
	readonly persons: readonly RoundPerson[];
	/** Last year's answer; null in the first round and for a new initiative. */
	readonly previous: EarlierAnswer | null;
	/** What was said of what it came from. */
	readonly origins: readonly OriginAnswer[];
	/** Its `version` goes with every save. */
	readonly answer: Answer;
	/** Who gave it; null while nobody has. */
	readonly answeredBy: RoundPerson | null;
	/** Who has written in it since; null where nobody else has. */
	readonly editedBy: RoundPerson | null;
	/** What this year's answer says; null while there is none. */
	readonly given: AnswerDraft | null;
	readonly draft: SavedDraft | null;
	/** The answer has been changed by somebody since the draft was saved: then `given` is the newer text, and both are shown. */
	readonly isDraftOlder: boolean;
	/** What the form shows: the draft, else what was given, else nothing. */
	readonly form: AnswerDraft;
	/** What the colour becomes that was given and follows the guide anew in `form`; null where none does. */
	readonly moved: MovedColour | null;
	/** What is missing or too long in `form`. */
	readonly problems: readonly AnswerProblem[];
	/** The colour that follows from each state; null where the guide is silent. */
	readonly colours: Readonly<Record<State, Progress | null>>;
	/** What "unchanged" would answer; null when there is nothing to confirm. */
	readonly unchanged: UnchangedOffer | null;
	/** Oldest first; the reason it was sent back with is the last of kind `sent back`. */
	readonly comments: readonly CommentView[];
	readonly isOverTime: boolean;
	readonly maySave: boolean;
	/** Place among the own ones, from 0. */
	readonly place: {
		readonly index: number;
		readonly total: number;
		readonly previous: NumberAndTitle | null;
		readonly next: NumberAndTitle | null;
		/** The next that is still to be answered, after this one or from the beginning; null when all are. */
		readonly nextWaiting: NumberAndTitle | null;
	};
};

/* ---- The coordinator's page ---- */

export type StepView = Omit<RoundStep, 'who'> & { readonly who: RoundPerson };

type NamedLine = NumberAndTitle & { readonly id: string; readonly hasPage: boolean };

export type PlanEventView = Omit<ToldEvent, 'initiativeId' | 'otherId' | 'left' | 'returned' | 'who'> & {
	readonly initiative: NamedLine;
	/** The one it was merged into or split from. */
	readonly other: NamedLine | null;
	/** The line that left the plan by it and can be put back by its number, unless another has that now; null where there is none. */
	readonly left: { readonly number: string; readonly takenBy: NumberAndTitle | null } | null;
	/** What stands in the plan still beside the line that was put back by it; null where nothing does. */
	readonly returned: { readonly kind: Returned['kind']; readonly beside: readonly NamedLine[] } | null;
	readonly who: RoundPerson;
};

export type BoardRow = {
	readonly initiative: Initiative;
	readonly section: Section | null;
	readonly assessment: Assessment | null;
	/** The last assessment before this round's, whose year it bears; null for the first time. */
	readonly previous: Assessment | null;
	/** Against last year; `new` without one. */
	readonly change: ChangeKind;
	/** Where nothing but words has changed: another body is responsible, alone or beside other words; null where it is the same one. */
	readonly newBody: 'alone' | 'beside other words' | null;
	/** Days that the plan has moved since then: start and deadline. */
	readonly moved: readonly FieldChange[];
	readonly answer: Answer;
	readonly answeredBy: RoundPerson | null;
	/** Who has written in what another gave; null where nobody has. */
	readonly editedBy: RoundPerson | null;
	/** Who changed this round's answer last, whoever gave it; null where nobody has. */
	readonly changedBy: RoundPerson | null;
	/** Who is asked. */
	readonly persons: readonly RoundPerson[];
	readonly unitId: string | null;
	readonly draft: SavedDraft | null;
	/** What the guide says of priority and state; null without a guide. */
	readonly guide: LegendAnswer | null;
	readonly breaksGuide: boolean;
	readonly isOverTime: boolean;
	/** What the assessment still lacks of what is asked; also where nothing is answered. */
	readonly problems: readonly AnswerProblem[];
	readonly comments: readonly CommentView[];
	/** Open findings of the plan check about it. */
	readonly findings: readonly Finding[];
};

/** Somebody who has yet to answer and whom no mail reaches. The board has neither address nor what the mail server said: that is on the person's page. */
export type UnreachablePerson = { readonly id: string; readonly name: string; readonly why: Unreachable['why']; readonly waiting: number };

export type Board = {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	readonly legend: Legend | null;
	/** The plan's reading guide as it is now, which the round was opened with unless it has changed since; null when it has none. */
	readonly planLegend: Legend | null;
	readonly run: RoundRun;
	readonly title: string;
	/** Day that the report describes. */
	readonly statusDate: string | null;
	/** Oldest first. */
	readonly steps: readonly StepView[];
	/** Stages the round can go to now; an earlier one needs a reason. */
	readonly nextStages: readonly RoundStage[];
	/** False once it is approved: a step back opens it again. */
	readonly mayEdit: boolean;
	/** The day by which "over time" is counted. */
	readonly today: string;
	readonly previousYear: number | null;
	readonly numbers: RoundNumbers;
	/** Of the rows. */
	readonly lacking: LackingAnswers;
	/** In the plan's order, without what was taken out; to a unit lead only the own units' ones. */
	readonly rows: readonly BoardRow[];
	/** What happened to the plan's lines in this round, oldest first. */
	readonly events: readonly PlanEventView[];
	/** Whom initiatives can be assigned to: everybody who has not left and may answer. */
	readonly people: readonly Pick<Person, 'id' | 'name' | 'role' | 'unitId'>[];
	/** To who runs the round alone. */
	readonly unreachable: readonly UnreachablePerson[];
	readonly units: readonly Pick<OrganisationUnit, 'id' | 'name'>[];
	readonly sections: readonly Section[];
};

/** A change of the answers about several initiatives that whoever made it can still take back, with the word that does. */
export type LastBulk = {
	readonly undo: string;
	readonly count: number;
	readonly at: Date;
	readonly what: 'edit' | 'unchanged' | 'accepted' | 'sent back';
};

export type BoardView = Board & { readonly lastBulk: LastBulk | null };

/** A round run here, for the list of rounds. */
export type RoundRunView = {
	readonly run: RoundRun;
	readonly title: string;
	readonly numbers: RoundNumbers;
};

/** What a new round would be opened with; nothing is stored. */
export type RoundProposal = ProposedStatusDate & {
	readonly municipality: MunicipalityProfile;
	readonly planTitle: string;
	/** The year after the newest round, else this year. */
	readonly year: number;
	readonly deadline: string;
	readonly askedFields: readonly AnswerField[];
	readonly remarkLimit: number;
	readonly contact: string | null;
	readonly legend: Legend | null;
	/** Years that have a round already. */
	readonly takenYears: readonly number[];
	readonly total: number;
	/** How many initiatives would have nobody to answer. */
	readonly unassigned: number;
};
