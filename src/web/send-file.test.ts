import { expect, test } from 'vitest';
import { sendFile } from './send-file.ts';

const file = { fileName: 'sorø.csv', contentType: 'text/csv; charset=utf-8', bytes: Uint8Array.of(1, 2, 3) };

test('other sites may read what is public, and nothing else', () => {
	expect(sendFile({ ...file, isPublic: true }).headers.get('access-control-allow-origin')).toBe('*');
	expect(sendFile({ ...file, isPublic: false }).headers.has('access-control-allow-origin')).toBe(false);
});

test('a file has its name in both ways that browsers read, its length and its hash', async () => {
	const { headers } = sendFile({ ...file, isPublic: true, hash: 'ab' });
	expect(headers.get('content-disposition')).toBe(`attachment; filename="sor_.csv"; filename*=UTF-8''sor%C3%B8.csv`);
	expect([headers.get('content-length'), headers.get('x-content-hash')]).toEqual(['3', 'sha256:ab']);
	expect([...new Uint8Array(await sendFile({ ...file, isPublic: true }).arrayBuffer())]).toEqual([1, 2, 3]);
});
