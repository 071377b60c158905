import { DomainError } from '#domain/shared/domain-error.ts';
import { compactText } from './fold.ts';
import type { Table } from './table.ts';

/** Headings of our own report as PDF that hold two columns in one: lying and upright, Danish and English. */
const pairs: readonly (readonly [string, string])[] = [
	['Indsats og sektor', 'Ansvarlig og budget'],
	['Indsats og bemærkning', 'Fakta'],
	['Initiative and sector', 'Responsible and budget'],
	['Initiative and remark', 'Facts'],
];
const known = pairs.map((pair) => pair.map(compactText));
const headingRows = 3;

/**
 * Throws `document.own-pdf` for our own status report as PDF. Title and sector share a cell there, as do others: read again they
 * would come back run together, and the other formats of the same report hold them apart.
 */
export function refuseOwnPdf(file: string, tables: readonly Table[]): void {
	const isOwn = tables.some(({ rows }) =>
		rows.slice(0, headingRows).some(({ cells }) => {
			const headings = new Set(cells.map(({ text }) => compactText(text)));
			return known.some((pair) => pair.every((heading) => headings.has(heading)));
		}),
	);
	if (isOwn) throw new DomainError('invalid', 'document.own-pdf', { file });
}
