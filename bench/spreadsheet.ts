import { HyperFormula } from 'hyperformula';
import type { CompiledScenario, Operation } from '#domain/pathway/compiled.ts';

type Content = string | number;
/** A row of the sheet: what stands in columns B to D, and what stands under each year. */
type Row = { readonly inputs: readonly Content[]; readonly years: (year: number, column: string) => Content };

const firstYearColumn = 5;
/** Where everything's realisation stands: changing it makes the whole sheet recalculate. */
const realisation = '$B$1';

/**
 * The same model as a planner would build it in a spreadsheet: a row for each ramp, weight, need, flow, factor and emission, a
 * column for each year, one formula in each cell. `recalculate` changes the one figure that all rest on.
 */
export function buildSpreadsheet(model: CompiledScenario) {
	const rows = new Rows(model);
	const total = rows.addModel();
	const sheet = rows.write();
	const calculator = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3', smartRounding: false, maxColumns: 200 });
	const read = () =>
		model.years.map((_, year) => {
			const value = calculator.getCellValue({ sheet: 0, row: total - 1, col: firstYearColumn - 1 + year });
			if (typeof value !== 'number') throw new Error(`the sheet answers ${JSON.stringify(value)}`);
			return value;
		});
	return {
		formulas: sheet.flat().filter((content) => typeof content === 'string' && content.startsWith('=')).length,
		read,
		recalculate: (share: number) => void calculator.setCellContents({ sheet: 0, row: 0, col: 1 }, [[share]]),
	};
}

function nameColumn(number: number): string {
	const [high, low] = [Math.floor((number - 1) / 26), (number - 1) % 26];
	return `${high > 0 ? String.fromCharCode(64 + high) : ''}${String.fromCharCode(65 + low)}`;
}

class Rows {
	readonly #model: CompiledScenario;
	readonly #rows: Row[] = [];

	constructor(model: CompiledScenario) {
		this.#model = model;
		this.#add([1], () => '');
		this.#add([], (year) => model.years[year] ?? '');
	}

	/** Answers with the number of the row. */
	#add(inputs: readonly Content[], years: Row['years']): number {
		this.#rows.push({ inputs, years });
		return this.#rows.length;
	}

	write(): Content[][] {
		return this.#rows.map(({ inputs, years }) => {
			const head = ['', ...inputs, '', '', ''].slice(0, firstYearColumn - 1);
			return [...head, ...this.#model.years.map((_, year) => years(year, nameColumn(firstYearColumn + year)))];
		});
	}

	addModel(): number {
		const weights = this.#addWeights(this.#addRamps());
		const flows = this.#addFlows(weights);
		const emissions = this.#addEmissions(weights, flows);
		const finals = this.#addTonnes(weights, emissions);
		const uptakes = this.#list('uptake').map((place) => weights[place] ?? 0);
		return this.#add([], (_, c) => `=${finals.map((row) => `${c}${row}`).join('+')}${uptakes.map((row) => `-${c}${row}`).join('')}`);
	}

	#list(kind: Operation['kind']): number[] {
		const { operations, measures } = this.#model;
		return [...operations.keys()].filter((place) => {
			const { measure = -1, kind: own } = operations[place] ?? {};
			return own === kind && measures[measure]?.standing === 'counted';
		});
	}

	#addRamps(): number[] {
		return this.#model.measures.map(({ measure: { timing } }) => {
			const row = this.#rows.length + 1;
			const part = this.#add([timing.start, timing.full], (_, c) => `=MIN(1,MAX(0,(${c}$2-$B${row}+1)/($C${row}-$B${row}+1)))`);
			if (timing.ramp.kind === 'linear') return part;
			return this.#add([], (_, c) => `=${c}${part}*${c}${part}*(3-2*${c}${part})`);
		});
	}

	#addWeights(ramps: readonly number[]): number[] {
		return this.#model.operations.map(({ measure }, place) => {
			const row = this.#rows.length + 1;
			return this.#add([this.#model.numbers.amount[place] ?? 0], (_, c) => `=${realisation}*$B${row}*${c}${ramps[measure]}`);
		});
	}

	#addFlows(weights: readonly number[]) {
		const { byCell, numbers, years, operations } = this.#model;
		const less = (places: readonly number[], c: string) => places.map((place) => `*(1-${c}${weights[place]})`).join('');
		const sum = (places: readonly number[], c: string) => places.map((place) => `${c}${weights[place]}`).join('+') || '0';
		const activities = byCell.map((_, cell) => this.#add([], (year) => numbers.activity[cell * years.length + year] ?? 0));
		const needs = byCell.map(({ need }, cell) => this.#add([], (_, c) => `=${c}${activities[cell]}${less(need, c)}`));
		const moved = byCell.map(({ out }) => this.#add([], (_, c) => `=${sum(out, c)}`));
		return byCell.map((cellOperations, cell) => {
			const inward = (c: string) =>
				cellOperations.in.map((place) => {
					const { from = 0, ratio = 1 } = operations[place] ?? {};
					return `+${c}${needs[from]}*${c}${weights[place]}*${ratio}/MAX(1,${c}${moved[from]})`;
				});
			return this.#add([], (_, c) => `=${c}${needs[cell]}*(1-MIN(1,${c}${moved[cell]}))${inward(c).join('')}`);
		});
	}

	#addEmissions(weights: readonly number[], flows: readonly number[]): number[] {
		const { byCell, numbers, years, operations } = this.#model;
		const less = (places: readonly number[], c: string) => places.map((place) => `*(1-${c}${weights[place]})`).join('');
		return byCell.map(({ cut, set, capture }, cell) => {
			const base = this.#add([], (year) => numbers.factor[cell * years.length + year] ?? 0);
			const cleaned = this.#add([], (_, c) => `=${c}${base}${less(cut, c)}`);
			const targets = set.map((place) => this.#add([], (year) => operations[place]?.target[year] ?? 0));
			const sum = this.#add([], (_, c) => `=${set.map((place) => `${c}${weights[place]}`).join('+') || '0'}`);
			const value = this.#add(
				[],
				(_, c) => `=${set.map((place, number) => `${c}${weights[place]}*${c}${targets[number]}`).join('+') || '0'}`,
			);
			const factor = this.#add([], (_, c) => `=${c}${cleaned}*MAX(0,1-${c}${sum})+${c}${value}/MAX(1,${c}${sum})`);
			return this.#add([], (_, c) => `=${c}${flows[cell]}*${c}${factor}${less(capture, c)}`);
		});
	}

	#addTonnes(weights: readonly number[], emissions: readonly number[]): number[] {
		const fixed = this.#list('tonnes').map((place) => {
			const cells = this.#model.operations[place]?.cells ?? [];
			const left = this.#add([], (_, c) => `=${cells.map((cell) => `${c}${emissions[cell]}`).join('+')}`);
			return { cells, weight: weights[place] ?? 0, left };
		});
		return emissions.map((row, cell) => {
			const own = fixed.filter(({ cells }) => cells.includes(cell));
			const asked = (c: string) => own.map(({ weight, left }) => `-IF(${c}${left}=0,0,${c}${weight}*${c}${row}/${c}${left})`).join('');
			return this.#add([], (_, c) => `=MAX(0,${c}${row}${asked(c)})`);
		});
	}
}
