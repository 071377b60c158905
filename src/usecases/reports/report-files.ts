import type { FrozenRound } from '#reports/frozen-round.ts';
import { hashContent, writeCanonicalJson } from '#reports/canonical-json.ts';
import { printFile } from '#reports/print-file.ts';
import { listForms, nameForm } from '#reports/report-form.ts';
import type { ReportFile } from '#storage/status-reports.ts';

export type FrozenFiles = { readonly content: string; readonly sha256: string; readonly files: readonly ReportFile[] };

/** A frozen round's canonical JSON with its hash, and all its files. @throws DomainError as `printFile` */
export async function renderFrozenFiles(round: FrozenRound): Promise<FrozenFiles> {
	const content = writeCanonicalJson(round);
	const files = await Promise.all(
		listForms(round).map(async (form) => {
			const bytes = await printFile(round, form);
			return { name: nameForm(form) ?? form.format, bytes, sha256: hashContent(bytes) };
		}),
	);
	return { content, sha256: hashContent(content), files };
}
