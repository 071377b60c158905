import { rmSync } from 'node:fs';

/** Removes the database folder of the test run. The server may still be closing files in it. */
export default function removeData(): void {
	rmSync(String(process.env.E2E_DATA_DIR), { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
