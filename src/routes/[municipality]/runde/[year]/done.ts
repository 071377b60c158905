import { answerFields, type AnswerField } from '#domain/followup/answer.ts';
import { parseCalendarDate } from '#domain/shared/calendar-date.ts';
import type { Lacking } from '#usecases/round/count-lacking.ts';

const words = [
	'rettet',
	'uaendret',
	'godkendt',
	'sendt',
	'tildelt',
	'fortrudt',
	'kommenteret',
	'trin',
	'frist',
	'vejledning',
	'plan',
	'indsat',
	'aabnet',
] as const;
type DoneWord = (typeof words)[number];

/** What has just been done, as the address of the page that follows it tells. */
export type Done = {
	readonly what: DoneWord;
	readonly count: number;
	/** How many were left as they were. */
	readonly left: number;
	/** Takes it back. */
	readonly undo: string | null;
	/** How many a mail has told already of what was taken back. */
	readonly mailed: number;
	/** How many were accepted and are no longer. */
	readonly lapsed: number;
	/** What is still missing in what was changed; null where nothing is. */
	readonly lacking: Lacking | null;
	/** Numbers of those that were left because last year's answer lacks something, or were accepted though they do. */
	readonly incomplete: readonly string[];
	/** Numbers of those that were left because their colour needs a reason, or were accepted though it does. */
	readonly needsReason: readonly string[];
	/** Numbers of those that had a colour and have none. */
	readonly uncoloured: readonly string[];
	/** Numbers of those whose colour deviates from the reading guide now, and did not before. */
	readonly deviating: readonly string[];
	/** Numbers of those whose persons are asked still, though what they were asked for is gone. */
	readonly stillAsked: readonly string[];
	/** Number of the one it is about; null where it is about none alone. */
	readonly number: string | null;
	/** The status date that followed a deadline set before it; null where it was not moved. */
	readonly statusDate: string | null;
};

/** Reads what has just been done from an address; null when nothing has. */
export function readDone(search: URLSearchParams): Done | null {
	const what = words.find((word) => word === search.get('sket'));
	const count = (name: string) => readCount(search.get(name));
	if (!what) return null;
	return {
		what,
		count: count('antal'),
		left: count('ladt'),
		undo: search.get('fortryd'),
		mailed: count('mail'),
		lapsed: count('bortfaldet'),
		lacking: readLacking(search.get('savner')),
		incomplete: readNumbers(search.get('ufyldte')),
		needsReason: readNumbers(search.get('begrund')),
		uncoloured: readNumbers(search.get('ufarvet')),
		deviating: readNumbers(search.get('afviger')),
		stillAsked: readNumbers(search.get('spoerges')),
		number: readNumbers(search.get('nummer'))[0] ?? null,
		statusDate: parseCalendarDate(search.get('statusdato') ?? '') ?? null,
	};
}

/** The fields of the address that tell what has been done. */
export function writeDone({
	what,
	count,
	left = 0,
	undo = null,
	mailed = 0,
	lapsed = 0,
	lacking = null,
	incomplete = [],
	needsReason = [],
	uncoloured = [],
	deviating = [],
	stillAsked = [],
	number = null,
	statusDate = null,
}: Pick<Done, 'what' | 'count'> & Partial<Done>): Record<string, string | null> {
	return {
		sket: what,
		antal: String(count),
		ladt: left > 0 ? String(left) : null,
		fortryd: undo,
		mail: mailed > 0 ? String(mailed) : null,
		bortfaldet: lapsed > 0 ? String(lapsed) : null,
		savner: lacking && lacking.count > 0 ? writeLacking(lacking) : null,
		ufyldte: writeNumbers(incomplete),
		begrund: writeNumbers(needsReason),
		ufarvet: writeNumbers(uncoloured),
		afviger: writeNumbers(deviating),
		spoerges: writeNumbers(stillAsked),
		nummer: number,
		statusdato: statusDate,
	};
}

function readCount(text: string | null): number {
	return /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
}

/** As many numbers as an address has room for. */
const mostNamed = 100;

function writeNumbers(numbers: readonly string[]): string | null {
	return numbers.length > 0 ? numbers.slice(0, mostNamed).join('\n') : null;
}

/** Numbers of initiatives are words, never sentences: what else stands in an address is not shown. */
function readNumbers(text: string | null): string[] {
	const isNumber = (part: string) => /^[\p{L}\d][\p{L}\d.,/-]{0,11}$/u.test(part);
	return (text ?? '').split('\n').filter(isNumber).slice(0, mostNamed);
}

function writeLacking({ count, unanswered, fields }: Lacking): string {
	return [count, unanswered, ...answerFields.map((field) => fields[field] ?? 0)].join('.');
}

function readLacking(text: string | null): Lacking | null {
	const [count = 0, unanswered = 0, ...counts] = (text ?? '').split('.').map(readCount);
	const fields = answerFields.flatMap((field, index): [AnswerField, number][] => (counts[index] ? [[field, counts[index]]] : []));
	return count > 0 ? { count, unanswered, fields: Object.fromEntries(fields) } : null;
}
