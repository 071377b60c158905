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
	const person = quote('00000000-0000-4000-8000-000000000004');
	const other = quote('00000000-0000-4000-8000-000000000005');
	const sha = quote('0'.repeat(64));
	return `
		insert into municipality values (${tenant}, 'by-${code}', 'By ${code}', 'Region', 'Region', 'Landkommuner', 1000, 2026, null, null, 'test');
		insert into account_import (municipality_code, id, file_name, sha256, who, at) values (${tenant}, ${section}, 'a.csv', ${sha}, 'test', now());
		insert into account (municipality_code, id, kind, year, release, source, totals, key_figures, import_id, added_at, who)
			values (${tenant}, ${plan}, 'geographic', 2023, 'Prøve', 'test', '[]', '[]', ${section}, now(), 'test');
		insert into account_row (municipality_code, account_id, position, sector, gas, part, tonnes, origin)
			values (${tenant}, ${plan}, 0, 'energy', 'CO2e', 'emission', 1500, 'stated');
		insert into factor_override values (${tenant}, 'gas', 57.1, 'test', 'test', now(), 1, true, 2023, 2023, null);
		insert into target_frame (municipality_code, kind, base_year, base_account_id, base_source, who, changed_at)
			values (${tenant}, 'geographic', 2023, ${plan}, 'test', 'test', now());
		insert into climate_target (municipality_code, kind, step, year, per_cent, gases, boundary, source, who, changed_at)
			values (${tenant}, 'geographic', 'main', 2030, 70, 'CO2e', 'Området', 'test', 'test', now());
		insert into legend values (${tenant}, 'guide', 1, '{}', now());
		insert into plan (municipality_code, id, title, legend_id, legend_version, source, is_public, added_at, changed_at)
			values (${tenant}, ${plan}, 'Klimaplan', 'guide', 1, 'test', true, now(), now());
		insert into section values (${tenant}, ${plan}, ${section}, 'Energi', 0);
		insert into initiative (municipality_code, plan_id, id, number, rank, section_id, title, changed_at)
			values (${tenant}, ${plan}, ${initiative}, '1', 1, ${section}, 'Varmepumper i skoler', now());
		insert into relation values (${tenant}, ${plan}, ${initiative}, 0, 'see', '2');
		insert into plan_figure values (${tenant}, ${plan}, 0, 'Mål', 70, '%', 2030, 'test');
		insert into status_round (municipality_code, plan_id, year, title, source, changed_at) values (${tenant}, ${plan}, 2023, 'Status', 'test', now());
		insert into status_round (municipality_code, plan_id, year, title, source, changed_at) values (${tenant}, ${plan}, 2022, 'Status', 'test', now());
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
			values (${tenant}, 'plan', 'added', ${plan}, ${plan}, '{}', 'test', 'edit', now());
		insert into organisation_unit (municipality_code, id, name, changed_at) values (${tenant}, ${section}, 'Teknik', now());
		insert into person (municipality_code, id, name, email, role, unit_id, calendar_hash, changed_at)
			values (${tenant}, ${person}, 'Prøveperson Et', 'et-${code}@example.org', 'owner', ${section}, ${sha}, now()),
				(${tenant}, ${other}, 'Prøveperson To', 'to-${code}@example.org', 'coordinator', null, null, now());
		insert into stand_in values (${tenant}, ${person}, ${other}, '2026-01-01', null);
		insert into initiative_owner values (${tenant}, ${plan}, ${initiative}, ${person});
		insert into initiative_unit values (${tenant}, ${plan}, ${initiative}, ${section});
		insert into initiative_tag values (${tenant}, ${plan}, ${initiative}, 'theme', 'Varme');
		insert into round_run (municipality_code, plan_id, year, stage, deadline, asked_fields, remark_limit, changed_at)
			values (${tenant}, ${plan}, 2023, 'collecting', '2026-05-01', '{state,remark}', 600, now());
		insert into round_step (municipality_code, plan_id, year, to_stage, who, at) values (${tenant}, ${plan}, 2023, 'open', 'test', now());
		insert into assignment values (${tenant}, ${plan}, 2023, ${initiative}, ${person});
		insert into answer (municipality_code, plan_id, year, initiative_id, status, changed_at)
			values (${tenant}, ${plan}, 2023, ${initiative}, 'waiting', now());
		insert into round_comment (municipality_code, plan_id, year, initiative_id, kind, text, who, at)
			values (${tenant}, ${plan}, 2023, ${initiative}, 'comment', 'Husk tallet', 'test', now());
		insert into plan_event (municipality_code, plan_id, year, kind, initiative_id, who, at)
			values (${tenant}, ${plan}, 2023, 'added', ${initiative}, 'test', now());
		insert into mail (municipality_code, kind, person_id, day, is_gathered, to_address, subject, text, html, state, queued_at)
			values (${tenant}, 'invitation', ${person}, '2026-03-01', true, 'et-${code}@example.org', 'Emne', 'Tekst', '<p>Tekst</p>', 'queued', now());
		insert into mail_template (municipality_code, kind, subject, who, changed_at) values (${tenant}, 'invitation', 'Emne', 'test', now());
		insert into answer_link (municipality_code, person_id, plan_id, year, token_hash, added_at, expires_at)
			values (${tenant}, ${person}, ${plan}, 2023, ${sha}, now(), now());
		insert into municipality_setting (municipality_code, key, value, who, changed_at) values (${tenant}, 'test', '1', 'test', now());
		insert into status_report (municipality_code, plan_id, year, version, content, sha256, layout_version, who, at)
			values (${tenant}, ${plan}, 2022, 1, '{}', encode(sha256('{}'), 'hex'), 1, 'test', now());
		insert into report_file values (${tenant}, ${plan}, 2022, 1, 'pdf landscape da', '\\x00', encode(sha256('\\x00'), 'hex'));
		insert into report_part_file values (${tenant}, ${plan}, 2022, 1, encode(sha256('\\x01'), 'hex'), 'committee', 'Klimaudvalget', 'pdf landscape da', now());
		insert into scenario (municipality_code, kind, title, document, who, changed_at) values (${tenant}, 'plan', 'Sti', '{}', 'test', now());
		insert into audit_entry (municipality_code, event, who, at) values (${tenant}, 'signed in', 'test', now());`;
}

/** One row in every table of the installation itself, as SQL for the superuser. */
export const installationRows = `
	insert into sign_in_user values ('u', 'Prøveperson Et', 'et@example.org', true, null, false, now(), now());
	insert into sign_in_session (id, user_id, token, expires_at, created_at, updated_at) values ('s', 'u', 'token', now(), now(), now());
	insert into sign_in_account (id, user_id, account_id, provider_id, created_at, updated_at) values ('a', 'u', 'u', 'test', now(), now());
	insert into sign_in_verification values ('v', 'link', '{}', now(), now(), now());
	insert into sign_in_two_factor values ('t', 'u', 'secret', 'codes', true, 0, null);
	insert into sign_in_passkey values ('p', 'u', 'Nøgle', 'key', 'credential', 0, 'singleDevice', false, null, null, now());
	insert into sign_in_rate_limit values ('r', 'key', 1, 0);`;
