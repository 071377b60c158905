import type { Grid } from './fill-cells.ts';
import type { Lattice } from './find-lattices.ts';
import { findLattices } from './find-lattices.ts';
import { findWritten } from './find-written.ts';
import type { PageContent } from './page-content.ts';
import { isInside } from './page-content.ts';

/** Finds the tables of all pages: by their drawn lines, or on pages without any by headings and the space between the texts. */
export function findGrids(pages: readonly PageContent[]): Grid[] {
	const drawn = new Map<number, Grid[]>();
	for (const content of pages) {
		const lattices = findLattices(content).filter((lattice) => isTable(lattice, content));
		drawn.set(
			content.page,
			lattices.map((lattice): Grid => ({ page: content.page, columns: lattice.columns, rows: lattice.rows, lattice })),
		);
	}
	const open = pages.filter(({ page }) => drawn.get(page)?.length === 0);
	const written = findWritten(open);
	return pages
		.flatMap(({ page }) => drawn.get(page) ?? [])
		.concat(written)
		.toSorted((a, b) => a.page - b.page);
}

/** Lines around a part of a table only, such as its coloured cells, leave most of the words beside them outside. */
function isTable(lattice: Lattice, { texts }: PageContent): boolean {
	if (lattice.columns.length < 3 || lattice.rows.length < 2) return false;
	if (!hasColumnsInRows(lattice)) return false;
	const beside = texts.filter(({ top, bottom }) => top + bottom > 2 * lattice.top && top + bottom < 2 * lattice.bottom);
	const inside = beside.filter((piece) => isInside(piece, lattice));
	return countLetters(inside) > countLetters(beside) * 0.6;
}

function countLetters(texts: PageContent['texts']): number {
	return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** Column edges run through most rows; where they do not, they are the edges of something inside the rows. */
function hasColumnsInRows({ rows, columns, hasColumnEdge }: Lattice): boolean {
	const inner = columns.slice(1, -1);
	const counts = rows.slice(0, -1).map((top, index) => {
		const height = (rows[index + 1] ?? top) - top;
		return inner.filter((x) => hasColumnEdge(x, top + height * 0.3, top + height * 0.7)).length;
	});
	// A section's heading lies across all columns.
	const divided = counts.filter((count) => count > 0);
	return divided.filter((count) => count >= inner.length * 0.6).length >= divided.length * 0.5;
}
