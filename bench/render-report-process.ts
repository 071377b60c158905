/** Makes the example's PDF as often as the argument says and prints how long each took. */
import { checkPlan } from '#domain/followup/plan-check/check-plan.ts';
import { renderPdf } from '#reports/render-pdf.ts';
import { buildStatusReport } from '#reports/status-report.ts';
import { readSoroeFollowUp } from '../test/soroe-follow-up.ts';

const followUp = readSoroeFollowUp();
const milliseconds: number[] = [];
let bytes = 0;
for (let run = 0; run < Number(process.argv[2]); run++) {
	const start = performance.now();
	// Another version each time, so that nothing of the run before can be used whole.
	const report = buildStatusReport(followUp, null, checkPlan(followUp, []), { locale: 'da', version: run + 1 });
	bytes = (await renderPdf(report, { layout: 'landscape' })).length;
	milliseconds.push(performance.now() - start);
}
console.log(JSON.stringify({ milliseconds, bytes }));
