import pg from 'pg';

// In the order their keys need. Triggers write the revision. What only edits write (changes, imports, dismissals) has no part in reading a register.
const tables = ['municipality', 'legend', 'plan', 'section', 'initiative', 'relation', 'status_round', 'assessment'];
const first = 2000;

/**
 * Fills the database until it holds `initiatives` or a little more: Sorø's plan and follow-up again and again, each time as another
 * municipality with a made-up code. `url` is a superuser's, whom row-level security does not bind. Returns how many there are.
 */
export async function seedMunicipalities(url: string, initiatives: number): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const own = await countInitiatives(client, `where municipality_code = '0340'`);
		const copies = Math.ceil((initiatives - (await countInitiatives(client, ''))) / own);
		await client.query('begin');
		for (const table of tables) await copyTable(client, table, copies);
		await client.query('commit');
		await client.query('vacuum analyze');
		return await countInitiatives(client, '');
	} finally {
		await client.end();
	}
}

async function countInitiatives(client: pg.Client, where: string): Promise<number> {
	const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from initiative ${where}`);
	return rows[0]?.count ?? 0;
}

async function copyTable(client: pg.Client, table: string, copies: number): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`select column_name as name from information_schema.columns
		where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
		[table],
	);
	const columns = rows.map(({ name }) => name);
	const values = columns.map((name) =>
		name === 'municipality_code' || name === 'code' ? 'code.text' : name === 'slug' ? `slug || '-' || code.text` : `row.${name}`,
	);
	await client.query(
		`insert into ${table} (${columns.join(', ')})
		select ${values.join(', ')} from ${table} row, (select to_char(n, 'FM0000') as text from generate_series($1::int, $2::int) n) code
		where row.${columns.includes('municipality_code') ? 'municipality_code' : 'code'} = '0340'`,
		[first, first + copies - 1],
	);
}
