import type { PathDocument } from '#domain/followup/path-document.ts';
import { compileScenario } from '#domain/pathway/compile-scenario.ts';
import type { PathwayFinding } from '#domain/pathway/pathway-finding.ts';

/** What the calculation remarks on in a scenario as it is stored. */
export function listFindings({ scenario }: PathDocument): readonly PathwayFinding[] {
	return compileScenario(scenario).findings;
}
