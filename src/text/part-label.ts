import type { PartKind, ReportPart } from '#domain/followup/report-part.ts';
import type { Locale } from './locale.ts';
import { m } from './paraglide/messages.js';

/** What a part is called on the report: "Afsnittet Transport og mobilitet", "Verdensmål 13: Klimaindsats". */
export function partLabel({ kind, value }: ReportPart, locale: Locale): string {
	const labels: Record<PartKind, () => string> = {
		committee: () => m.publish_part_committee({ name: value }, { locale }),
		section: () => m.publish_part_section({ name: value }, { locale }),
		unit: () => m.publish_part_unit({ name: value }, { locale }),
		sdg: () => m.publish_sdg({ number: value }, { locale }),
		theme: () => m.publish_part_theme({ name: value }, { locale }),
	};
	return labels[kind]();
}
