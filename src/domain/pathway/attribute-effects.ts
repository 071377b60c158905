import { activate, addBlock, chooseCounted, listUptakes } from './coalition.ts';
import type { CompiledScenario } from './compiled.ts';
import { createWorkspace, evaluate, type Workspace } from './evaluate.ts';

/** What each measure saves, measure x year, in tonnes; what takes up CO2 counts as saving it. */
export type Attribution = {
	/** With no other measure. */
	readonly standAlone: Float64Array;
	/** On top of those before it in the order; the sum is the joint effect. */
	readonly inOrder: Float64Array;
	/** What would be lost without it. */
	readonly lastIn: Float64Array;
	/** Emission without and with all measures, cell x year. */
	readonly baseline: Float64Array;
	readonly joint: Float64Array;
	/** Sum of the stand-alone effects less the joint one, cell x year: where the overlap sits. */
	readonly overlap: Float64Array;
	readonly uptakes: Float64Array;
};

type Task = Attribution & {
	readonly model: CompiledScenario;
	readonly space: Workspace;
	readonly chosen: Uint8Array;
	readonly active: Uint8Array;
	readonly all: Uint8Array;
};

/** Works out the three attributions that do not need every order. */
export function attributeEffects(model: CompiledScenario): Attribution {
	const task = createTask(model);
	model.measures.forEach(({ standing }, place) => {
		if (standing !== 'counted') return;
		takeAlone(task, place);
		takeAway(task, place);
	});
	addInOrder(task);
	const { baseline, joint, overlap } = task;
	for (let at = 0; at < overlap.length; at++) overlap[at]! -= baseline[at]! - joint[at]!;
	return task;
}

function createTask(model: CompiledScenario): Task {
	const space = createWorkspace(model);
	const all = chooseCounted(model);
	const active = new Uint8Array(all.length);
	const table = () => new Float64Array(all.length * model.years.length);
	evaluate(model, active, model.all, space);
	const baseline = space.emission.slice();
	activate(model, all, active);
	evaluate(model, active, model.all, space);
	const joint = space.emission.slice();
	const own = { standAlone: table(), inOrder: table(), lastIn: table(), baseline, joint, overlap: new Float64Array(joint.length) };
	return { ...own, uptakes: listUptakes(model), model, space, chosen: new Uint8Array(all.length), active, all };
}

function takeAlone({ model, space, chosen, active, baseline, overlap, standAlone, uptakes }: Task, place: number): void {
	const count = model.years.length;
	chosen.fill(0)[place] = 1;
	activate(model, chosen, active);
	if (active[place] !== 1) return;
	const row = standAlone.subarray(place * count, (place + 1) * count);
	row.set(uptakes.subarray(place * count, (place + 1) * count));
	for (const { selection } of model.blocksOf[place]!) {
		evaluate(model, active, selection, space);
		for (const cell of selection.cells) {
			for (let year = 0; year < count; year++) {
				const saved = baseline[cell * count + year]! - space.emission[cell * count + year]!;
				row[year]! += saved;
				overlap[cell * count + year]! += saved;
			}
		}
	}
}

/** Leaving a measure out leaves out what requires it. */
function takeAway(task: Task, place: number): void {
	const { model, space, chosen, active, all, joint, lastIn } = task;
	const count = model.years.length;
	const row = lastIn.subarray(place * count, (place + 1) * count);
	chosen.set(all);
	activate(model, chosen, active);
	addUptakes(task, row, 1);
	chosen[place] = 0;
	activate(model, chosen, active);
	addUptakes(task, row, -1);
	for (const block of model.blocksOf[place]!) {
		evaluate(model, active, block.selection, space);
		addBlock(block, space.emission, row, 1);
		addBlock(block, joint, row, -1);
	}
}

function addUptakes({ model, active, uptakes }: Task, row: Float64Array, sign: 1 | -1): void {
	for (let place = 0; place < active.length; place++) {
		if (active[place] !== 1) continue;
		for (let year = 0; year < row.length; year++) row[year]! += sign * uptakes[place * model.years.length + year]!;
	}
}

function addInOrder(task: Task): void {
	const { model, space, chosen, active, baseline, inOrder } = task;
	const count = model.years.length;
	const now = baseline.slice();
	chosen.fill(0);
	active.fill(0);
	for (const place of model.order) {
		if (model.measures[place]!.standing !== 'counted') continue;
		const row = inOrder.subarray(place * count, (place + 1) * count);
		addUptakes(task, row, -1);
		chosen[place] = 1;
		activate(model, chosen, active);
		addUptakes(task, row, 1);
		for (const block of model.blocksOf[place]!) {
			addBlock(block, now, row, 1);
			evaluate(model, active, block.selection, space);
			addBlock(block, space.emission, row, -1);
			for (const cell of block.selection.cells) now.set(space.emission.subarray(cell * count, (cell + 1) * count), cell * count);
		}
	}
}
