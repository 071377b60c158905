import { expect, test } from 'vitest';
import { standingReasons, type PathStanding } from '#domain/followup/path-as-it-stands.ts';
import { describeOffered, describeRow, describeStanding } from './standing-words.ts';

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
	expect(say({ reason: 'no initiative', takenIn: 2024 })).toBe(
		'Taget ind efter opfølgningen 2024 og ikke med i stien som besluttet. Effekten begynder i 2026.',
	);
	const offered = { year: 2030, tonnes: 342, counts: 3805, because: 'stated tonnes' } as const;
	expect(describeStanding({ ...base, reason: 'no initiative', takenIn: 2024, offered }, 'da')).toMatch(
		/begynder i 2026\. Tilbudt til 342 ton CO2e i 2030, lagt til sidst\. På sin plads tæller det 3\.810 ton CO2e, fordi planens angivne ton ikke er rettet/,
	);
	expect(describeOffered({ ...offered, because: 'order' }, 'da')[0]).toContain('fordi andre tælles efter det');
	expect(describeOffered({ ...offered, counts: 342.3 }, 'da')).toEqual([]);
	expect(say({ reason: 'moved', takenIn: 2024 })).toBe(
		'Taget ind efter opfølgningen 2024 og ikke med i stien som besluttet. Start eller frist er rykket 1 år: effekten begynder i 2026 i stedet for 2025.',
	);
	expect(say({ start: null, reason: 'on hold', takenIn: 2024 })).toMatch(/^Taget ind efter opfølgningen 2024.* Indsatsen er sat i bero/);
	const since = { year: 2024, reason: 'on hold', start: null, realisation: null } as const;
	expect(say({ reason: 'as decided', takenIn: 2024, since })).toMatch(/^Var sat i bero/);
	expect(say({ reason: 'as decided', takenIn: 2025, since })).toMatch(/^Taget ind efter opfølgningen 2025/);
	expect(say({ knownFrom: 2024 })).not.toContain('2024');
	expect(say({ reason: 'as decided', left: ['Kollektiv transport'] })).toMatch(
		/ Det var talt med i Kollektiv transport, som er opgivet; nu tæller dets egen effekt\.$/,
	);
	expect(say({ reason: 'as decided', instead: ['Varmepumper'] })).toMatch(/^Alternativ til Varmepumper/);
	expect(say({ reason: 'no initiative', instead: ['Varmepumper'] })).toBe(
		'Hører ikke til en indsats. Alternativ til Varmepumper, som er opgivet; tæller nu selv.',
	);
	const two = ['Varmepumper', 'Biogas'];
	expect(say({ reason: 'as decided', left: two.slice(1), onHold: two.slice(1) })).toContain('i Biogas, som er sat i bero; nu');
	expect(say({ reason: 'as decided', instead: two, onHold: two.slice(1) })).toContain(
		'til Varmepumper og Biogas, som er opgivet eller sat i bero;',
	);
	const other = { title: 'Mørup', reason: 'stated', decidedStart: 2025, start: 2027 } as const;
	expect(say({ reason: 'as decided', required: [other] })).toBe('Forudsætter Mørup, som først virker fra 2027 i stedet for 2025.');
	const lost = (['stated', 'on hold', 'withdrawn'] as const).map((reason) => ({ ...other, reason, start: null }));
	expect(say({ reason: 'no initiative', required: lost })).toBe(
		'Hører ikke til en indsats. Forudsætter Mørup, som er faldet bort; har derfor ingen effekt nu. Forudsætter Mørup, hvis indsats er sat i bero; har derfor ingen effekt nu. Forudsætter Mørup, hvis indsats er taget ud af planen; har derfor ingen effekt nu.',
	);
	expect(new Set(standingReasons.map((reason) => say({ reason }))).size).toBe(standingReasons.length);
});

test('what was taken in later is not called given up where it is no part of what was decided', () => {
	const base = { measure: 'x', title: 'X', initiative: null, state: null, decidedStart: 2025, start: 2025, whatIf: null, statement: null };
	const say = (more: Partial<PathStanding>) => describeRow('dropped', { ...base, reason: 'no initiative', ...more }, 'da');
	expect(say({ takenIn: 2024 })).toBe('Taget ind efter opfølgningen 2024 og ikke med i stien som besluttet. Effekten begynder i 2025.');
	expect(say({})).toMatch(/^Opgivet\. /);
	expect(describeRow('dropped', undefined, 'da')).toBe('Som besluttet.');
});

test('what is held against an earlier round is told as what has changed since then', () => {
	const base = { measure: 'x', title: 'X', initiative: '1', state: null, decidedStart: 2025, start: 2027, whatIf: null, statement: null };
	const since = { year: 2024, reason: 'moved', start: 2026, realisation: null } as const;
	const say = (more: Partial<PathStanding>) => describeStanding({ ...base, reason: 'moved', since, ...more }, 'da');
	// Two years since it was decided, and one since 2024.
	expect(say({})).toBe('Start eller frist er rykket 1 år: effekten begynder i 2027 i stedet for 2026.');
	expect(say({ reason: 'not begun' })).toBe('Ikke begyndt i 2026, da effekten skulle begynde: tidligst i 2027.');
	expect(say({ start: 2025, reason: 'as decided' })).toBe('Fremrykket 1 år: effekten begynder i 2025 i stedet for 2026.');
	expect(say({ start: null, reason: 'on hold' })).toBe('Indsatsen er sat i bero: ingen effekt, før den genoptages.');
	expect(say({ since: { ...since, start: null, reason: 'on hold' } })).toBe(
		'Var sat i bero efter opfølgningen 2024; regnes nu igen med effekt fra 2027.',
	);
	expect(say({ since: { ...since, start: null, reason: 'withdrawn' } })).toContain('Var uden effekt efter opfølgningen 2024');
	const stated = { measure: 'x', since: 2025, start: null, isDropped: false, replacedBy: null, reason: 'Mere er købt', source: null };
	const part = (now: number | null, then: number | null) =>
		say({
			reason: 'stated',
			start: 2025,
			statement: { ...stated, realisation: now },
			since: { ...since, start: 2025, realisation: then },
		});
	expect(part(0.5, null)).toBe('Kun 50 % gennemføres, fra 2025, angivet af kommunen: Mere er købt.'.replace(' %', '\u00a0%'));
	expect(part(0.5, 0.3)).toMatch(/Efter opfølgningen 2024 var det 30.%\.$/);
	expect(part(null, 0.3)).toMatch(
		/^Gennemføres nu som besluttet; efter opfølgningen 2024 var det 30.%\. Angivet af kommunen: Mere er købt\.$/,
	);
});

test('what an earlier round said of its years stays, and is told', () => {
	const base = { measure: 'x', title: 'X', initiative: '1', state: null, decidedStart: 2025, start: 2025, whatIf: null, statement: null };
	const say = (more: Partial<PathStanding>) => describeStanding({ ...base, reason: 'resumed', ...more }, 'da');
	const stopped = [{ from: 2029, to: null }];
	const over = [
		{ from: 2027, to: 2027 },
		{ from: 2029, to: 2030 },
	];
	expect(say({ reason: 'begun late', start: 2029 })).toBe(
		'Begyndt senere end besluttet: tidligere opfølgninger sagde ikke begyndt, i bero eller ude af planen. Effekten begynder i 2029 i stedet for 2025.',
	);
	const held = 'Indsatsen er sat i bero: effekt til og med 2028, derefter ingen, før den genoptages.';
	expect(say({ reason: 'on hold', pauses: stopped })).toBe(held);
	expect(say({ reason: 'on hold', pauses: stopped, start: 2027 })).toBe(`${held} Effekten begyndte i 2027 i stedet for 2025.`);
	expect(say({ reason: 'withdrawn', pauses: stopped })).toMatch(/^Indsatsen er taget ud af planen: effekt til og med 2028, derefter ingen/);
	const paused = 'Uden effekt i 2027 og 2029–2030, da indsatsen var i bero eller ude af planen; derefter går det videre, hvor det slap.';
	expect(say({ pauses: over })).toBe(`Genoptaget. ${paused}`);
	// Held against the round before: put on hold since, and back since.
	const since = { year: 2028, reason: 'as decided', start: 2025, realisation: null } as const;
	expect(say({ reason: 'on hold', pauses: stopped, since })).toBe(held);
	expect(say({ pauses: over, since: { ...since, year: 2030, reason: 'on hold', pauses: stopped } })).toBe(
		`Var sat i bero efter opfølgningen 2030; regnes nu igen med effekt fra 2031. ${paused}`,
	);
	const required = { title: 'Mørup', reason: 'on hold', decidedStart: 2025, start: 2025 } as const;
	expect(say({ reason: 'as decided', required: [{ ...required, pauses: stopped }] })).toBe(
		'Forudsætter Mørup, som ingen effekt har efter 2028; har derfor heller ingen derefter.',
	);
	expect(say({ reason: 'as decided', required: [{ ...required, reason: 'resumed', pauses: over }] })).toContain('nogle år var i bero');
});
