export const csr = false;

const rowCount = 83;
const cell = 'Planlagt prioriteret, Teknik, miljø og drift. ';

/** Rows from memory, with as much text as BENCH_BARE_BYTES asks for once they are drawn. */
export function load() {
	const perCell = Math.max(1, Math.round(Number(process.env.BENCH_BARE_BYTES ?? 50_000) / rowCount / 8) - '<td></td>'.length);
	const text = cell.repeat(Math.ceil(perCell / cell.length)).slice(0, perCell);
	return { rows: Array.from({ length: rowCount }, (_, row) => ({ id: row, cells: Array.from({ length: 8 }, () => text) })) };
}
