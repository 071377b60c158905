/**
 * Measures what the project has promised about speed and size, prints a table and writes it as JSON.
 * `npm run bench` measures everything; `npm run bench -- soroe pdf` those parts; `-- --output FILE` says where the JSON goes.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './measure.ts';
import type { Figure } from './measure.ts';
import { measurePath } from './path.ts';
import { measureSoroe, measureWorkbook } from './read-documents.ts';
import { measurePdf } from './render-report.ts';
import { measureRound } from './round.ts';
import { measurePages, measureStarts } from './serve-site.ts';

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
	soroe: measureSoroe,
	workbook: measureWorkbook,
	pdf: measurePdf,
	starts: measureStarts,
	pages: measurePages,
	round: measureRound,
	path: measurePath,
};

function holds({ value, limit }: Figure): boolean {
	return limit === null || (limit.is === 'at most' ? value <= limit.value : value >= limit.value);
}

function writeNumber(value: number): string {
	return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

function writeLine(figure: Figure): string {
	const { what, value, unit, limit, how } = figure;
	const promise = limit === null ? '' : `${limit.is} ${limit.value}`;
	const verdict = limit === null ? '' : holds(figure) ? 'ok' : 'MISSED';
	return `${what.padEnd(36)} ${writeNumber(value).padStart(9)} ${unit.padEnd(11)} ${promise.padEnd(15)} ${verdict.padEnd(7)} ${how}`;
}

const { values, positionals } = parseArgs({
	options: { output: { type: 'string', default: path.join(root, 'bench-results.json') } },
	allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);

// Work of others makes every figure worse than the program is; the table should say so.
const load = loadavg()[0] ?? 0;
if (load > 0.5 * availableParallelism())
	console.log(`The machine is busy with other work (load ${load.toFixed(1)}): the figures say more about that.\n`);

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
	if (positionals.length > 0 && !positionals.includes(name)) continue;
	for (const figure of await measure()) {
		figures.push(figure);
		console.log(writeLine(figure));
	}
}
const machine = {
	node: process.version,
	processor: cpus()[0]?.model ?? '',
	cores: availableParallelism(),
	load,
	memoryGigabytes: Math.round(totalmem() / 1e9),
};
writeFileSync(
	values.output,
	`${JSON.stringify({ machine, figures: figures.map((figure) => ({ ...figure, holds: holds(figure) })) }, null, 2)}\n`,
);
const missed = figures.filter((figure) => !holds(figure)).length;
console.log(`\n${missed === 0 ? 'Every promise holds.' : `${missed} promises are missed.`} Written to ${values.output}`);
