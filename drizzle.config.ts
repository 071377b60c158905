import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-changed` writes a migration from the schema; read it before it is committed. */
export default defineConfig({
	dialect: 'postgresql',
	schema: './src/storage/schema/*.ts',
	out: './migrations',
});
