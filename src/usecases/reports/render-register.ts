import type { FollowUp } from '#domain/followup/status-round.ts';
import { renderCsv } from '#reports/render-csv.ts';
import { renderXlsx } from '#reports/render-xlsx.ts';
import { buildStatusReport } from '#reports/status-report.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { readRegister, type ListInitiativesInput, type RegisterView } from '../plan/list-initiatives.ts';
import { requireMay } from '../require-may.ts';
import { makeRegisterData } from './register-data.ts';
import { contentTypes } from './render-report.ts';

export type RenderRegisterInput = ListInitiativesInput & { readonly format: 'csv' | 'xlsx' | 'json'; readonly locale: 'da' | 'en' };

export type RenderedRegister = {
	readonly fileName: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
	readonly isPublic: boolean;
};

/** What the register shows, as a file: the lines that the filter and the text let through, of the year asked for. JSON keeps the order shown. */
export async function renderRegister(context: Context, input: RenderRegisterInput): Promise<RenderedRegister> {
	const at = await requireMay(context, 'data.export', input.municipality);
	const view = await readRegister(context, at, input);
	const { format, locale } = input;
	const bytes = format === 'json' ? new TextEncoder().encode(JSON.stringify(makeRegisterData(view))) : await renderTable(input, view);
	// The JSON speaks the code's language in both; the tables' words differ, and so must their names.
	const language = format !== 'json' && locale === 'en' ? '-en' : '';
	const fileName = `${view.municipality.slug}-indsatser${language}.${format}`;
	return { fileName, contentType: contentTypes[format], bytes, isPublic: view.isPublic };
}

async function renderTable({ format, locale }: RenderRegisterInput, view: RegisterView): Promise<Uint8Array> {
	const facts = new Map([...view.tags].map(([id, tags]) => [id, { tags, unit: null, colourReason: null }]));
	const report = buildStatusReport(makeFollowUp(view), null, [], { locale, version: 1, facts });
	return format === 'csv' ? renderCsv(report) : renderXlsx(report);
}

/** The shown lines as a follow-up. A plan before its first round is given its own first year and title, and no assessments. */
function makeFollowUp({ municipality, plan, legend, round, lines, changedAt }: RegisterView): FollowUp {
	if (!plan) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
	const year = plan.periodStart ?? changedAt.getUTCFullYear();
	const shown = round ?? { planId: plan.id, year, title: plan.title, statusDate: null, source: plan.source, version: 0 };
	return { municipality, plan, legend, round: shown, lines };
}
