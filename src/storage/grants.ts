import type pg from 'pg';

/** The role every transaction of the application takes: owns nothing, cannot sign in, cannot bypass row-level security. */
export const applicationRole = 'fremdrift_app';

/** What the application may do with each table. A table that is missing here cannot be used, and a test says so. */
export const grants: Readonly<Record<string, string>> = {
	municipality: 'select, insert, update',
	municipality_revision: 'select, insert, update',
	account_figure: 'select, insert, update, delete',
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
	await client.query(`begin; ${statements.join(' ')} ${useSchema} commit`);
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
