import type { FollowUp } from '#domain/followup/status-round.ts';
import { renderCsv } from '#reports/render-csv.ts';
import { renderXlsx } from '#reports/render-xlsx.ts';
import { buildStatusReport } from '#reports/status-report.ts';
import { DomainError } from '#domain/shared/domain-error.ts';
import type { Context } from '../context.ts';
import { getPlanRecord } from '../plan/plan-record.ts';
import { getRegisterJson } from '../plan/get-register-json.ts';
import { listInitiatives, type ListInitiativesInput, type RegisterView } from '../plan/list-initiatives.ts';
import { requireMay } from '../require-may.ts';
import { contentTypes } from './render-report.ts';

export type RenderRegisterInput = ListInitiativesInput & { readonly format: 'csv' | 'xlsx' | 'json'; readonly locale: 'da' | 'en' };

export type RenderedRegister = { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array };

/** What the register shows, as a file: the lines that the filter and the text let through. JSON keeps the order shown. */
export async function renderRegister(context: Context, input: RenderRegisterInput): Promise<RenderedRegister> {
	await requireMay(context, 'data.export', input.municipality);
	const view = await listInitiatives(context, input);
	const { format, locale } = input;
	const bytes = format === 'json' ? await pickJson(context, input, view) : await renderTable(context, input, view);
	// The JSON speaks the code's language in both; the tables' words differ, and so must their names.
	const language = format !== 'json' && locale === 'en' ? '-en' : '';
	return { fileName: `${view.municipality.slug}-indsatser${language}.${format}`, contentType: contentTypes[format], bytes };
}

async function renderTable(context: Context, input: RenderRegisterInput, view: RegisterView): Promise<Uint8Array> {
	const followUp = await makeFollowUp(context, input, view);
	const report = buildStatusReport(followUp, null, [], { locale: input.locale, version: 1 });
	return input.format === 'csv' ? renderCsv(report) : renderXlsx(report);
}

/** The shown lines as a follow-up. A plan before its first round is given its own first year and title, and no assessments. */
async function makeFollowUp(context: Context, input: RenderRegisterInput, view: RegisterView): Promise<FollowUp> {
	const { municipality, plan, round, lines } = view;
	const record = await getPlanRecord(context, await requireMay(context, 'data.export', input.municipality));
	if (!plan || !record.stored) throw new DomainError('not-found', 'plan.unknown', { municipality: municipality.name });
	const year = plan.periodStart ?? record.changedAt.getUTCFullYear();
	const shown = round ?? { planId: plan.id, year, title: plan.title, statusDate: null, source: plan.source, version: 0 };
	return { municipality, plan, legend: record.stored.legend, round: shown, lines };
}

/** The open data's own form with only the shown lines. */
async function pickJson(context: Context, input: RenderRegisterInput, view: RegisterView): Promise<Uint8Array> {
	const { bytes } = await getRegisterJson(context, input);
	const register = JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly initiatives: readonly { readonly number: string }[] };
	const byNumber = new Map(register.initiatives.map((initiative) => [initiative.number, initiative]));
	const initiatives = view.lines.flatMap(({ initiative }) => byNumber.get(initiative.number) ?? []);
	return new TextEncoder().encode(JSON.stringify({ ...register, initiatives }));
}
