import { severities } from '#domain/followup/finding.ts';
import { findingSentence } from '#text/findings.ts';
import { severityLabel } from '#text/labels.ts';
import { m } from '#text/paraglide/messages.js';
import { checkPlan, type PlanCheckView } from '#usecases/followup/check-plan.ts';
import type { Terminal } from '../terminal.ts';
import { withDatabase } from '../with-database.ts';

/** Shows what the plan check found in a round. Findings are no failure: the exit code is 0. */
export async function check(terminal: Terminal, options: { municipality: string; round: number; json?: boolean }): Promise<void> {
	const { municipality, round: year } = options;
	const view = await withDatabase(terminal, (context) => checkPlan(context, { municipality, year }));
	if (options.json) await terminal.write(`${writeJson(view, terminal)}\n`);
	else for (const line of listLines(view, terminal)) terminal.say(line);
}

function writeJson({ findings }: PlanCheckView, { locale }: Terminal): string {
	return JSON.stringify(
		findings.map((finding) => ({ ...finding, sentence: findingSentence(finding, locale) })),
		null,
		2,
	);
}

function listLines({ municipality, round, findings }: PlanCheckView, { locale }: Terminal): string[] {
	if (!round) return [m.cli_check_no_round({}, { locale })];
	const open = findings.filter(({ dismissal }) => !dismissal);
	const dismissed = findings.length - open.length;
	const hidden = dismissed > 0 ? [m.cli_check_dismissed({ count: dismissed }, { locale })] : [];
	if (open.length === 0) return [m.cli_check_none({}, { locale }), ...hidden];
	const groups = severities.flatMap((severity) => {
		const group = open.filter((finding) => finding.severity === severity);
		if (group.length === 0) return [];
		const heading = m.cli_check_group({ severity: severityLabel(severity, locale), count: group.length }, { locale });
		return ['', heading, ...group.map((finding) => `  ${findingSentence(finding, locale)}`)];
	});
	const summary = m.cli_check_summary({ municipality: municipality.name, year: round.year, count: open.length }, { locale });
	return [summary, ...groups, ...(hidden.length > 0 ? ['', ...hidden] : [])];
}
