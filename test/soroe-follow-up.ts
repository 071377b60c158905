import { readFileSync } from 'node:fs';
import type { DraftInitiative } from '#domain/followup/draft-initiative.ts';
import type { Legend } from '#domain/followup/legend.ts';
import type { FollowUp } from '#domain/followup/status-round.ts';
import type { Plan } from '#domain/plan/plan.ts';

type Example = {
	municipality: string;
	plan: Omit<Plan, 'municipalityCode' | 'sections' | 'initiatives'>;
	round: FollowUp['round'];
	sections: string[];
	initiatives: DraftInitiative[];
};

/** The example municipality Sorø as a follow-up, straight from the shipped files. */
export function readSoroeFollowUp(): FollowUp {
	const example = readJson('../examples/soroe/plan.json') as Example;
	return makeFollowUp(example, { code: example.municipality, name: 'Sorø', slug: 'soroe', region: 'Region Sjælland' });
}

/** The plan of Ballerup, which has no round yet, in a first one that assesses nothing. */
export function readBallerupFollowUp(): FollowUp {
	const example = readJson('../examples/ballerup/plan.json') as Example;
	const round = { planId: example.plan.id, year: 2024, title: 'Status 2024', statusDate: null, source: '', version: 1 };
	return makeFollowUp(
		{ ...example, round },
		{ code: example.municipality, name: 'Ballerup', slug: 'ballerup', region: 'Region Hovedstaden' },
	);
}

function makeFollowUp(
	{ plan, round, sections, initiatives }: Example,
	municipality: Pick<FollowUp['municipality'], 'code' | 'name' | 'slug' | 'region'>,
): FollowUp {
	const lines = initiatives.map((draft, position): FollowUp['lines'][number] => ({
		initiative: { ...draft, id: `initiative-${draft.number}`, position, sectionId: draft.section, relations: [], version: 1 },
		assessment: { ...draft, initiativeId: `initiative-${draft.number}`, year: round.year, version: 1 },
	}));
	return {
		municipality: { ...municipality, population: 30_000, populationYear: 2024 },
		plan: {
			...plan,
			municipalityCode: municipality.code,
			sections: sections.map((title, position) => ({ id: title, title, position })),
			initiatives: lines.map(({ initiative }) => initiative),
		},
		legend: readJson('../reference/legends/soroe-2023.json') as Legend,
		round: { ...round, planId: plan.id, version: 1 },
		lines,
	};
}

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
