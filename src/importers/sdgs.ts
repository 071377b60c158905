import { compactText } from './fold.ts';

/** The names of the 17 UN goals, Danish and English, in their order; the words that are theirs alone. */
const names: readonly (readonly string[])[] = [
	['afskaf fattigdom', 'no poverty'],
	['stop sult', 'zero hunger'],
	['sundhed og trivsel', 'good health and well-being'],
	['kvalitetsuddannelse', 'quality education'],
	['ligestilling mellem kønnene', 'gender equality'],
	['rent vand og sanitet', 'clean water and sanitation'],
	['bæredygtig energi', 'affordable and clean energy'],
	['anstændige jobs og økonomisk vækst', 'decent work and economic growth'],
	['industri, innovation og infrastruktur', 'industry, innovation and infrastructure'],
	['mindre ulighed', 'reduced inequalities'],
	['bæredygtige byer og lokalsamfund', 'sustainable cities and communities'],
	['ansvarligt forbrug og produktion', 'responsible consumption and production'],
	['klimaindsats', 'climate action'],
	['livet i havet', 'life below water'],
	['livet på land', 'life on land'],
	['fred, retfærdighed og stærke institutioner', 'peace, justice and strong institutions'],
	['partnerskaber for handling', 'partnerships for the goals'],
];
const known = names.flatMap((own, place) => own.map((name) => ({ goal: String(place + 1), name: compactText(name) })));
const number = /(?<=^|[^\p{L}\p{N}.]|sdg|mål)(\d{1,4})(?:\.(?:\d{1,2}|[a-z])\b)?(?![\p{L}\p{N}])/giu;

/**
 * The UN goals a cell names, by number ("7, 11 og 13", "Verdensmål 13", "delmål 7.2") or by name. `isWhole` is false when something in
 * it is no goal: a number beyond 17, or a text without any.
 */
export function readSdgs(text: string): { readonly goals: readonly string[]; readonly isWhole: boolean } {
	const numbers = [...text.matchAll(number)].map((match) => Number(match[1]));
	const goals = numbers.filter((each) => each >= 1 && each <= 17).map(String);
	const compact = compactText(text);
	const named = known.filter(({ name }) => compact.includes(name)).map(({ goal }) => goal);
	const found = [...new Set([...goals, ...named])].sort((one, other) => Number(one) - Number(other));
	return { goals: found, isWhole: found.length > 0 && goals.length === numbers.length };
}
