import autocannon from 'autocannon';
import { percentile } from './measure.ts';

export type Load = { readonly perSecond: number; readonly p50: number; readonly p95: number };

const warmUpSeconds = 3;

/** Asks for one address with `connections` clients at once, first without measuring. Milliseconds. Throws on anything but 2xx. */
export async function measureLoad(url: string, { connections = 8, seconds = 10 } = {}): Promise<Load> {
	await autocannon({ url, connections, duration: warmUpSeconds });
	const times: number[] = [];
	const run = autocannon({ url, connections, duration: seconds });
	run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
	const result = await run;
	if (result.non2xx > 0 || result.errors > 0)
		throw new Error(`${url}: ${result.non2xx} answers that were not 2xx, ${result.errors} errors`);
	return { perSecond: result['2xx'] / result.duration, p50: percentile(times, 50), p95: percentile(times, 95) };
}
