import { PgBoss } from 'pg-boss';
import { findRunningServer } from '../src/storage/embedded-server-lock.ts';

/** Has the running program write the mails that are due, which it does by itself every minute. */
export async function writeMailsNow(): Promise<void> {
	const running = findRunningServer(String(process.env.E2E_DATA_DIR));
	const boss = new PgBoss({
		connectionString: String(running?.databaseUrl),
		schema: 'fremdrift_jobs',
		migrate: false,
		supervise: false,
		schedule: false,
	});
	boss.on('error', () => undefined);
	await boss.start();
	await boss.send('write-mails');
	await boss.stop({ graceful: false });
}
