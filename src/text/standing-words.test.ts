import { expect, test } from 'vitest';
import { standingReasons, type PathStanding } from '#domain/followup/path-as-it-stands.ts';
import { describeStanding } from './standing-words.ts';

test('every way a measure can stand has its sentence', () => {
	const statement = {
		measure: 'x',
		since: 2023,
		start: 2026,
		isDropped: false,
		realisation: null,
		replacedBy: null,
		reason: 'Stationen mangler',
		source: null,
	};
	const base = { measure: 'x', title: 'X', initiative: '1', state: null, decidedStart: 2025, start: 2026, whatIf: null, statement };
	const say = (more: Partial<PathStanding>) => describeStanding({ ...base, reason: 'stated', ...more }, 'da');
	expect(say({})).toBe('Rykket fra 2025 til 2026, angivet af kommunen: Stationen mangler.');
	expect(say({ start: null })).toContain('Uden effekt');
	expect(say({ start: null, replacement: 'Tølløsebanen' })).toBe('Erstattet af Tølløsebanen, angivet af kommunen: Stationen mangler.');
	expect(say({ start: 2025 })).toBe('Angivet af kommunen: Stationen mangler.');
	expect(say({ reason: 'moved' })).toContain('rykket 1 år');
	expect(say({ reason: 'on hold', knownFrom: 2024 })).toBe(
		'Indsatsen er sat i bero: ingen effekt, før den genoptages. Status er ikke oplyst siden 2024, så den regnes som dengang.',
	);
	expect(say({ knownFrom: 2024 })).not.toContain('2024');
	expect(say({ reason: 'as decided', left: ['Kollektiv transport'] })).toMatch(
		/ Det var talt med i Kollektiv transport, som er opgivet; nu tæller dets egen effekt\.$/,
	);
	expect(say({ reason: 'no initiative', instead: ['Varmepumper'] })).toBe(
		'Hører ikke til en indsats. Alternativ til Varmepumper, som er opgivet; tæller nu selv.',
	);
	const other = { title: 'Mørup', reason: 'stated', decidedStart: 2025, start: 2027 } as const;
	expect(say({ reason: 'as decided', required: [other] })).toBe('Forudsætter Mørup, som først virker fra 2027 i stedet for 2025.');
	const lost = (['stated', 'on hold', 'withdrawn'] as const).map((reason) => ({ ...other, reason, start: null }));
	expect(say({ reason: 'no initiative', required: lost })).toBe(
		'Hører ikke til en indsats. Forudsætter Mørup, som er faldet bort; har derfor ingen effekt nu. Forudsætter Mørup, hvis indsats er sat i bero; har derfor ingen effekt nu. Forudsætter Mørup, hvis indsats er taget ud af planen; har derfor ingen effekt nu.',
	);
	expect(new Set(standingReasons.map((reason) => say({ reason }))).size).toBe(standingReasons.length);
});
