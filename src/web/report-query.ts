import { partKinds, type PartKind, type ReportPart } from '#domain/followup/report-part.ts';

/** Which report, as an address says it: a published version, and what it is limited to. The same in both languages. */
export type ReportQuery = { readonly version?: number; readonly part?: ReportPart };

/** The name of each part in an address. */
export const partNames: Readonly<Record<PartKind, string>> = {
	committee: 'udvalg',
	section: 'afsnit',
	unit: 'enhed',
	sdg: 'verdensmaal',
	theme: 'tema',
};
const versionName = 'version';

/** Reads `?version=1&udvalg=Teknik`; what is no version and no part is left out. The first part counts. */
export function readReportQuery(params: URLSearchParams): ReportQuery {
	const version = /^[1-9]\d{0,3}$/.exec(params.get(versionName) ?? '')?.[0];
	const kind = partKinds.find((one) => params.get(partNames[one])?.trim());
	return {
		...(version ? { version: Number(version) } : {}),
		...(kind ? { part: { kind, value: (params.get(partNames[kind]) ?? '').trim() } } : {}),
	};
}

/** Writes it again, with `more` after it; empty when there is nothing to say. */
export function writeReportQuery({ version, part }: ReportQuery, more: Readonly<Record<string, string>> = {}): string {
	const params = new URLSearchParams({
		...(version === undefined ? {} : { [versionName]: String(version) }),
		...(part ? { [partNames[part.kind]]: part.value } : {}),
		...more,
	});
	return params.size === 0 ? '' : `?${params.toString()}`;
}
