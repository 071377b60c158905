import { expect, test } from 'vitest';
import { observeRequest, openMetrics } from './metrics.ts';

test('measurements are for who may read them', async () => {
	observeRequest({ method: 'GET', route: '/[municipality]', status: 200 }, 0.012);
	expect(await openMetrics({ open: false, token: null })('Bearer null')).toBeNull();
	const guarded = openMetrics({ open: false, token: 'a-token-of-some-length' });
	for (const wrong of [null, '', 'Bearer ', 'Bearer a-token-of-some-lengtH', 'a-token-of-some-length'])
		expect(await guarded(wrong)).toBeNull();
	const read = await guarded('Bearer a-token-of-some-length');
	expect(read?.text).toContain('fremdrift_http_request_duration_seconds_count{method="GET",route="/[municipality]",status="200"} 1');
	expect(read?.text).toContain('process_resident_memory_bytes');
	expect((await openMetrics({ open: true, token: null })(null))?.contentType).toContain('text/plain');
});
