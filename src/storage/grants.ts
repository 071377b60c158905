import type pg from 'pg';

/** The role every transaction of the application takes: owns nothing, cannot sign in, cannot bypass row-level security. */
export const applicationRole = 'fremdrift_app';

/** Tables of the installation itself, which belong to no municipality: who signs in. */
export const installationTables: readonly string[] = [
	'sign_in_user',
	'sign_in_session',
	'sign_in_account',
	'sign_in_verification',
	'sign_in_two_factor',
	'sign_in_passkey',
	'sign_in_rate_limit',
];

/** What the application may do with each table. A table that is missing here cannot be used, and a test says so. */
export const grants: Readonly<Record<string, string>> = {
	municipality: 'select, insert, update',
	municipality_revision: 'select, insert, update',
	account_import: 'select, insert, update (undone_at, undone_by)',
	account: 'select, insert, delete',
	account_row: 'select, insert, delete',
	factor_override: 'select, insert, update, delete',
	target_frame: 'select, insert, update',
	climate_target: 'select, insert, delete',
	legend: 'select, insert',
	plan: 'select, insert, update, delete',
	section: 'select, insert, update, delete',
	initiative: 'select, insert, update, delete',
	relation: 'select, insert, delete',
	plan_figure: 'select, insert, delete',
	status_round: 'select, insert, update, delete',
	assessment: 'select, insert, update, delete',
	round_line: 'select, insert, update, delete',
	finding_dismissal: 'select, insert, delete',
	document_import: 'select, insert, update (undone_at, undone_by)',
	import_draft: 'select, insert, update, delete',
	column_mapping: 'select, insert, update',
	change: 'select, insert',
	organisation_unit: 'select, insert, update, delete',
	person: 'select, insert, update',
	stand_in: 'select, insert, update, delete',
	initiative_owner: 'select, insert, delete',
	initiative_unit: 'select, insert, update, delete',
	initiative_tag: 'select, insert, delete',
	round_run: 'select, insert, update, delete',
	round_step: 'select, insert, delete',
	assignment: 'select, insert, delete',
	answer: 'select, insert, update, delete',
	round_comment: 'select, insert, delete',
	plan_event: 'select, insert',
	mail: 'select, insert, update, delete',
	mail_template: 'select, insert, update, delete',
	answer_link: 'select, insert, update, delete',
	municipality_setting: 'select, insert, update, delete',
	status_report: 'select, insert',
	report_file: 'select, insert',
	report_part_file: 'select, insert',
	scenario: 'select, insert, update, delete',
	audit_entry: 'select, insert',
	sign_in_user: 'select, insert, update, delete',
	sign_in_session: 'select, insert, update, delete',
	sign_in_account: 'select, insert, update, delete',
	sign_in_verification: 'select, insert, update, delete',
	sign_in_two_factor: 'select, insert, update, delete',
	sign_in_passkey: 'select, insert, update, delete',
	sign_in_rate_limit: 'select, insert, update, delete',
};

/**
 * Creates the application's role where the connecting user may, lets the user take it, and grants it exactly `grants`.
 * Where the user may not create roles and no administrator has made it, nothing happens: the user then works as the owner,
 * bound by the same policies. Run inside the migration's lock and transaction-free.
 */
export async function applyGrants(client: pg.ClientBase): Promise<void> {
	await client.query(createRole);
	const { rows } = await client.query(`select 1 from pg_roles where rolname = '${applicationRole}'`);
	if (rows.length === 0) return;
	const statements = Object.entries(grants).map(
		([table, rights]) =>
			`revoke all on table ${table} from ${applicationRole}, public; grant ${rights} on table ${table} to ${applicationRole};`,
	);
	// Which migrations there are is nobody's secret, and whoever serves must be able to tell whether they are done.
	const readiness = `grant select on table schema_migration to ${applicationRole};`;
	await client.query(`begin; ${statements.join(' ')} ${readiness} ${useSchema} commit`);
}

// The role belongs to the whole server, so another database's migration may be creating it at this moment.
const createRole = `do $$
begin
	if not exists (select from pg_roles where rolname = '${applicationRole}')
		and (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
		begin
			create role ${applicationRole} nologin;
		exception when duplicate_object or unique_violation then null;
		end;
	end if;
	if exists (select from pg_roles where rolname = '${applicationRole}') and not pg_has_role(current_user, '${applicationRole}', 'member') then
		begin
			grant ${applicationRole} to current_user;
		exception when insufficient_privilege then null;
		end;
	end if;
end
$$`;

const useSchema = `do $$
begin
	if not has_schema_privilege('${applicationRole}', current_schema(), 'usage') then
		execute format('grant usage on schema %I to ${applicationRole}', current_schema());
	end if;
end
$$;`;
