import { findRelations, listRelations } from '#domain/plan/find-relations.ts';
import type { Finding } from '../finding.ts';
import { makeFinding, type CheckedLine, type CheckInput } from './check-input.ts';

/** Relations to numbers that the plan does not have, whether stored or only said in the texts. */
export function checkRelations({ followUp, lines }: CheckInput): Finding[] {
	const numbers = followUp.plan.initiatives.concat(followUp.lines.map((line) => line.initiative)).map((initiative) => initiative.number);
	const known = new Map(numbers.map((number) => [number.toLowerCase(), number]));
	return lines.flatMap((line) => listUnknown(line, known));
}

function listUnknown(line: CheckedLine, known: ReadonlyMap<string, string>): Finding[] {
	const { number, relations, title, co2RelationText } = line.initiative;
	const said = listRelations({ number, title, co2RelationText, remark: line.assessment.remark });
	const unknown = new Map(
		[...relations, ...said].flatMap(({ kind, targetNumber }) =>
			targetNumber === null || known.has(targetNumber.toLowerCase()) ? [] : [[targetNumber.toLowerCase(), { kind, targetNumber }] as const],
		),
	);
	return [...unknown].map(([key, { kind, targetNumber }]) =>
		makeFinding({
			rule: 'relation-to-unknown',
			severity: 'wrong',
			number,
			others: listParts(key, known),
			text: findSource(line, targetNumber),
			details: { target: targetNumber, relation: kind },
			matter: [targetNumber],
		}),
	);
}

/** The initiatives that a number was split into: 20a and 20b for 20. */
function listParts(target: string, known: ReadonlyMap<string, string>): string[] {
	return [...known].filter(([key]) => key.startsWith(target) && /^[^\d]+$/.test(key.slice(target.length))).map(([, number]) => number);
}

function findSource({ initiative, assessment }: CheckedLine, target: string): string | null {
	const texts = [initiative.co2RelationText, assessment.remark, initiative.title];
	return texts.find((text) => text !== null && findRelations(text).some((relation) => relation.targetNumber === target)) ?? null;
}
