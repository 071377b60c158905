import { drawCostCurve } from '#domain/pathway/abatement-cost.ts';
import { calculatePathway } from '#domain/pathway/calculate-pathway.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import { drawOutcomes } from '#domain/pathway/draw-outcomes.ts';
import { listDrivers } from '#domain/pathway/list-drivers.ts';
import { costPerspectives, type Scenario } from '#domain/pathway/model.ts';
import { readScenario } from '#domain/pathway/read-scenario.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import { m } from '#text/paraglide/messages.js';
import { pathwayFindingSentence } from '#text/pathway-findings.ts';
import { scenarioProblemSentence } from '#text/scenario-problems.ts';
import { findRepeatedKeys } from '../find-repeated-keys.ts';
import { listPathwayLines, type PathwayAnswer } from '../pathway-lines.ts';
import { readFile } from '../read-file.ts';
import type { Terminal } from '../terminal.ts';

const mostMegabytes = 5;
/** More problems than this are counted, not listed. */
const listedProblems = 50;

export type PathOptions = { readonly file: string; readonly json?: boolean; readonly draws: number; readonly seed: number };

/**
 * Calculates a scenario file without a database and prints the pathway. Remarks are no failure: the exit code is 0.
 * @throws DomainError `scenario.too-large`, `scenario.not-json`, `scenario.inside`, and, after telling what is wrong, `scenario.unreadable`
 */
export async function path(terminal: Terminal, options: PathOptions): Promise<void> {
	const answer = calculate(await readScenarioFile(terminal, options.file), options);
	if (options.json) await terminal.write(`${writeJson(answer, terminal)}\n`);
	else for (const line of listPathwayLines(answer, terminal.locale)) terminal.say(line);
}

async function readScenarioFile(terminal: Terminal, file: string): Promise<Scenario> {
	const { fileName, bytes } = await readFile(terminal, file);
	if (bytes.length > mostMegabytes * 1e6) throw new DomainError('invalid', 'scenario.too-large', { file: fileName, limit: mostMegabytes });
	const { document, text } = parseJson(fileName, bytes);
	for (const { key, line } of findRepeatedKeys(text).slice(0, listedProblems))
		terminal.complain(m.pathway_cli_repeated_key({ key, line: String(line) }, { locale: terminal.locale }));
	const { scenario, problems } = readScenario(document);
	if (scenario) return scenario;
	// What is exported of a path has the scenario and what is said of it beside each other: its faults as a scenario would be all wrong.
	if (hasScenario(document)) throw new DomainError('invalid', 'scenario.inside', { file: fileName });
	for (const problem of problems.slice(0, listedProblems)) terminal.complain(scenarioProblemSentence(problem, terminal.locale));
	const more = problems.length - listedProblems;
	if (more > 0) terminal.complain(m.pathway_cli_more_problems({ count: more }, { locale: terminal.locale }));
	throw new DomainError('invalid', 'scenario.unreadable', { file: fileName, count: problems.length });
}

function hasScenario(document: unknown): boolean {
	return typeof document === 'object' && document !== null && 'scenario' in document;
}

function parseJson(file: string, bytes: Uint8Array): { readonly document: unknown; readonly text: string } {
	let text = '';
	try {
		// A byte order mark is no part of JSON, but some editors write one.
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { document: JSON.parse(text), text };
	} catch (error) {
		const [, line = '', column = ''] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
		const { word = '', line: at = line } = findUnwritable(text) ?? {};
		throw new DomainError('invalid', 'scenario.not-json', { file, line: at, column, word }, { cause: error });
	}
}

/** What other languages write for a value that is no number, with its line. Within quotes it is a word like any other. */
function findUnwritable(text: string): { readonly word: string; readonly line: string } | undefined {
	for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"|(-?(?:NaN|Infinity))\b/g))
		if (found[1] !== undefined) return { word: found[1], line: String(text.slice(0, found.index).split('\n').length) };
	return undefined;
}

function calculate(scenario: Scenario, { draws, seed }: PathOptions): PathwayAnswer {
	const model = compileScenario(scenario);
	const pathway = calculatePathway(model, { shapley: { seed } });
	const year = pathway.targets.filter((target) => model.years.includes(target.year)).at(-1)?.year ?? scenario.lastYear;
	const priced = costPerspectives.filter((each) =>
		scenario.measures.some(({ costs }) => costs.some(({ perspective }) => perspective === each)),
	);
	return {
		scenario,
		pathway,
		uncertainty: draws === 0 ? null : drawOutcomes(model, { draws, seed }),
		costs: priced.map((perspective) => drawCostCurve(model, pathway, { perspective, year, attribution: 'shapley' })),
		drivers: draws === 0 ? [] : listDrivers(model, year),
	};
}

function writeJson({ scenario, pathway, ...rest }: PathwayAnswer, { locale }: Terminal): string {
	const findings = pathway.findings.map((finding) => ({ ...finding, sentence: pathwayFindingSentence(finding, locale) }));
	const { id, title, gwpSet } = scenario;
	return JSON.stringify({ schema: 1, scenario: { id, title, gwpSet }, pathway: { ...pathway, findings }, ...rest }, null, 2);
}
