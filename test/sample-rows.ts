/** A value in SQL, as text. */
const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * One row in every table for a municipality, as SQL for the superuser. A table without a row here makes the
 * row-level-security test fail, so that no new table is forgotten.
 */
export function writeSampleRows(code: string): string {
	const tenant = quote(code);
	// The same ids in every municipality: only the municipality's code tells the rows apart.
	const plan = quote('00000000-0000-4000-8000-000000000001');
	const section = quote('00000000-0000-4000-8000-000000000002');
	const initiative = quote('00000000-0000-4000-8000-000000000003');
	const sha = quote('0'.repeat(64));
	return `
		insert into municipality values (${tenant}, 'by-${code}', 'By ${code}', 'Region', 'Region', 'Landkommuner', 1000, 2026, null, null, 'test');
		insert into account_figure values (${tenant}, 2023, 'energy', 1500, 't CO2e', 1.5, 1000, 2026, 'test');
		insert into legend values (${tenant}, 'guide', 1, '{}', now());
		insert into plan (municipality_code, id, title, legend_id, legend_version, source, is_public, added_at, changed_at)
			values (${tenant}, ${plan}, 'Klimaplan', 'guide', 1, 'test', true, now(), now());
		insert into section values (${tenant}, ${plan}, ${section}, 'Energi', 0);
		insert into initiative (municipality_code, plan_id, id, number, rank, section_id, title, changed_at)
			values (${tenant}, ${plan}, ${initiative}, '1', 1, ${section}, 'Varmepumper i skoler', now());
		insert into relation values (${tenant}, ${plan}, ${initiative}, 0, 'see', '2');
		insert into plan_figure values (${tenant}, ${plan}, 0, 'Mål', 70, '%', 2030, 'test');
		insert into status_round (municipality_code, plan_id, year, title, source, changed_at) values (${tenant}, ${plan}, 2023, 'Status', 'test', now());
		insert into assessment (municipality_code, plan_id, year, initiative_id, state, progress, changed_at)
			values (${tenant}, ${plan}, 2023, ${initiative}, 'in progress', 'green', now());
		insert into round_line values (${tenant}, ${plan}, 2023, ${initiative}, '{}');
		insert into finding_dismissal values (${tenant}, ${plan}, 'key', 'reason', 'test', now());
		insert into document_import (municipality_code, plan_id, year, file_name, sha256, who, at, added, changed, unchanged, missing, removed)
			values (${tenant}, ${plan}, 2023, 'a.txt', ${sha}, 'test', now(), 1, 0, 0, 0, 0);
		insert into import_draft (municipality_code, year, file_name, sha256, bytes, result, corrections, basis, who, at, expires_at)
			values (${tenant}, 2023, 'a.txt', ${sha}, '\\x00', '{}', '[]', '', 'test', now(), now());
		insert into column_mapping values (${tenant}, 'signature', '{}', 'test', now());
		insert into change (municipality_code, entity, action, plan_id, entity_id, after, who, reason, at)
			values (${tenant}, 'plan', 'added', ${plan}, ${plan}, '{}', 'test', 'edit', now());`;
}
