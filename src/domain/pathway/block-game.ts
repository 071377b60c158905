import { addBlock } from './coalition.ts';
import type { Block, CompiledScenario } from './compiled.ts';
import { evaluate, type Workspace } from './evaluate.ts';
import type { Game } from './shapley-game.ts';

/** A block as a game among the counted measures with a part in it; undefined where there are none. Whose requirement has not come has no effect. */
export function createBlockGame(model: CompiledScenario, block: Block, space: Workspace): Game | undefined {
	const players = block.players.filter((place) => model.measures[place]?.standing === 'counted');
	if (players.length === 0) return undefined;
	const requires = players.map((place) => (model.measures[place]?.requires ?? []).map((other) => players.indexOf(other)));
	const active = new Uint8Array(model.measures.length);
	const play: Game['play'] = (come, row) => {
		for (let player = 0; player < players.length; player++) active[players[player]!] = isReady(player, come, requires) ? 1 : 0;
		evaluate(model, active, block.selection, space);
		addBlock(block, space.emission, row.fill(0), 1);
	};
	return { players, count: model.years.length, play };
}

function isReady(player: number, come: Uint8Array, requires: readonly (readonly number[])[]): boolean {
	return come[player] === 1 && requires[player]!.every((other) => come[other] === 1);
}
