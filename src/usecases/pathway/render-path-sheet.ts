import { freezePath } from '#reports/freeze-path.ts';
import { renderPathSheet as render } from '#reports/render-path-sheet.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import type { RenderedReport } from '../reports/render-report.ts';
import { requireMay } from '../require-may.ts';
import { viewPath } from './view-path.ts';

/** The page "Hvor står vi i ton" to print. Throws not-found `scenario.unknown` where the plan has no path. */
export async function renderPathSheet(
	context: Context,
	input: { readonly municipality: string; readonly locale: Parameters<typeof render>[1] },
): Promise<RenderedReport> {
	await requireMay(context, 'report.render', input.municipality);
	const { municipality, report, account, titles, lines, source } = await viewPath(context, input);
	if (!report) throw new DomainError('not-found', 'scenario.unknown');
	const sources = [...new Set([source ?? '', ...account.map((point) => point.source)])].filter((text) => text !== '');
	const { bytes, hash } = await render(
		{ municipality: municipality.name, path: freezePath(report, { account, titles }), lines, sources },
		input.locale,
	);
	const name = input.locale === 'en' ? 'tonnes-en' : 'ton';
	return { fileName: `${municipality.slug}-${name}.pdf`, contentType: 'application/pdf', bytes, hash, isPublic: true };
}
