import { nameWedges } from '#charts/picture-of-path.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { describeShortfallSum, roundProbability } from '#text/path-words.ts';
import { describeStanding } from '#text/standing-words.ts';
import { capitalise } from '#text/format.ts';
import { standingLabel } from '#text/pathway-findings.ts';
import type { FigureBlock, FigureTable } from './figure-blocks.ts';
import { writeRoughFigure, writeShareFigure } from './figure-cell.ts';
import type { FrozenPath } from './frozen-figures.ts';
import { hasMarkedTonnes, isIllustrativeMeasure, isMarkedPath, markIllustrative } from './path-marks.ts';

/** What each measure saves in the path's year, as decided and as it stands. */
export function tableOfMeasures({ measures, year, round, picture }: FrozenPath, locale: Locale): FigureTable {
	const rough = (tonnes: number | null) => (tonnes === null ? null : writeRoughFigure(tonnes, locale));
	// A report that was published before the letters came has the titles in its picture.
	const named = nameWedges(measures);
	const inPicture = (id: string) => picture.wedges.find(({ name }) => name === named.get(id))?.name ?? null;
	const rows = measures.map((measure) => {
		const { title, initiative, counts, decided, standing, how } = measure;
		const why = [
			...(counts === 'counted' || counts === 'dropped' ? [] : [`${capitalise(standingLabel(counts, locale), locale)}.`]),
			how ? describeStanding(how, locale) : m.path_standing_as_decided({}, { locale }),
		].join(' ');
		const letter = measure.counts === 'counted' ? inPicture(measure.measure) : null;
		const name = [initiative ?? (letter === title ? null : letter), title].filter((part) => part !== null).join(' ');
		const after = round === null ? [] : [rough(standing)];
		return { cells: [markIllustrative(name, hasMarkedTonnes(measure), locale), why, rough(decided), ...after], isStrong: false };
	});
	return {
		kind: 'table',
		caption: m.report_figures_measures_table({ year: String(year) }, { locale }),
		columns: [
			{ name: m.path_column_measure({}, { locale }), isNumber: false, share: 3 },
			{ name: m.path_column_standing_word({}, { locale }), isNumber: false, share: 3.4 },
			{ name: m.path_column_decided({}, { locale }), isNumber: true, share: 1.1 },
			...(round === null ? [] : [{ name: m.path_column_standing({}, { locale }), isNumber: true, share: 1.1 }]),
		],
		rows,
	};
}

/** Every target with how likely it is. */
export function listTargets({ targets, illustrative, measures }: FrozenPath, locale: Locale): FigureBlock[] {
	if (targets.length === 0) return [];
	const rough = (tonnes: number | null) => (tonnes === null ? null : writeRoughFigure(tonnes, locale));
	const share = (value: number | null) => (value === null ? null : writeShareFigure(roundProbability(value), locale, 0));
	const rows = targets.map(({ year, tonnes, pathway, decided, standing }) => ({
		cells: [
			markIllustrative(String(year), illustrative.includes('targets') || illustrative.includes('reference'), locale),
			rough(tonnes),
			rough(pathway),
			share(decided),
			share(standing),
		],
		isStrong: false,
	}));
	const isPathMarked = illustrative.includes('baseline') || measures.some(isIllustrativeMeasure);
	const names = [
		m.path_target_tonnes({}, { locale }),
		markIllustrative(m.path_target_pathway({}, { locale }), isPathMarked, locale),
		m.report_figures_probability_decided({}, { locale }),
		m.path_target_probability({}, { locale }),
	];
	return [
		{ kind: 'heading', text: m.path_targets_title({}, { locale }) },
		{
			kind: 'table',
			caption: m.report_figures_targets_table({}, { locale }),
			columns: [
				{ name: m.path_target_year({}, { locale }), isNumber: false, share: 1.6 },
				...names.map((name) => ({ name, isNumber: true, share: 1.2 })),
			],
			rows,
		},
	];
}

/** What is short, year by year: the figures behind the picture. */
export function listYears(path: FrozenPath, locale: Locale): FigureBlock[] {
	const { picture, shortfall, shortfallSum } = path;
	const lead = describeShortfallSum({ years: picture.years, shortfall, sum: shortfallSum }, locale);
	return [
		{ kind: 'heading', text: m.path_shortfall_title({}, { locale }) },
		...(lead === null ? [] : [{ kind: 'text', text: markIllustrative(lead, isMarkedPath(path), locale) } as const]),
		tableOfYears(path, locale),
	];
}

const beyond = '–';
function tableOfYears(frozen: FrozenPath, locale: Locale): FigureTable {
	const { picture, shortfall, illustrative, round } = frozen;
	const { years, account, baseline, path, other, target } = picture;
	const all = [...new Set([...account.map(({ year }) => year), ...years])].sort((one, two) => one - two);
	const rough = (tonnes: number | null | undefined) => (tonnes === null || tonnes === undefined ? null : writeRoughFigure(tonnes, locale));
	const isShown = (...parts: readonly FrozenPath['illustrative'][number][]) => parts.some((part) => illustrative.includes(part));
	const column = (name: string, isMarked = false) => ({ name: markIllustrative(name, isMarked, locale), isNumber: true, share: 1.2 });
	const [onBaseline, onTarget] = [isShown('baseline'), isShown('targets', 'reference')];
	const onMeasures = onBaseline || frozen.measures.some(isIllustrativeMeasure);
	const rows = all.map((year) => {
		const at = years.indexOf(year);
		const tonnes = account.find((point) => point.year === year)?.tonnes;
		const both = round === null ? [path[at]] : [other?.[at], path[at]];
		// Where a row does not reach, nothing is missing: an account ends today, a path begins there.
		const ofAccount = year > (account.at(-1)?.year ?? 0) ? beyond : rough(tonnes);
		const ofPath = [baseline[at], ...both, target[at], shortfall[at]].map((value) => (at < 0 ? beyond : rough(value)));
		return { cells: [String(year), ofAccount, ...ofPath], isStrong: false };
	});
	return {
		kind: 'table',
		caption: m.path_tonnes_caption({}, { locale }),
		columns: [
			{ name: m.path_year({}, { locale }), isNumber: false, share: 0.7 },
			column(m.path_column_account({}, { locale })),
			column(m.path_column_baseline({}, { locale }), onBaseline),
			column(m.path_column_decided({}, { locale }), onMeasures),
			...(round === null ? [] : [column(m.path_column_standing({}, { locale }), onMeasures)]),
			column(m.path_column_target({}, { locale }), onTarget),
			column(m.path_column_shortfall({}, { locale }), isMarkedPath(frozen)),
		],
		rows,
	};
}
