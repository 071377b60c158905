import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';

const files = [
	{ path: '/soroe/status/2023/rapport.pdf', type: 'application/pdf', start: '%PDF-' },
	{ path: '/soroe/status/2023/rapport.pdf?format=staaende', type: 'application/pdf', start: '%PDF-' },
	{ path: '/soroe/status/2023/rapport.docx', type: 'wordprocessingml', start: 'PK' },
	{ path: '/soroe/status/2023/rapport.xlsx', type: 'spreadsheetml', start: 'PK' },
	{ path: '/soroe/indsatser.json?fremdrift=roed', type: 'application/json', start: '{' },
	{ path: '/soroe/indsatser.xlsx', type: 'spreadsheetml', start: 'PK' },
];

for (const { path, type, start } of files) {
	test(`${path} is a file of its kind`, async ({ request }) => {
		const answer = await request.get(path);
		expect(answer.status()).toBe(200);
		expect(answer.headers()['content-type']).toContain(type);
		expect(answer.headers()['content-disposition']).toContain('attachment');
		expect(answer.headers()['access-control-allow-origin']).toBe('*');
		expect((await answer.body()).subarray(0, start.length).toString('latin1')).toBe(start);
	});
}

test('the report has a button for each format', async ({ page }) => {
	await page.goto('/soroe/status/2023');
	for (const name of ['PDF', 'Word', 'Excel', 'CSV', 'Data (JSON)']) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('main').getByRole('link', { name, exact: true }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/\.(pdf|docx|xlsx|csv|json)$/);
	}
});

test('the report as data says its own hash', async ({ request }) => {
	const answer = await request.get('/soroe/status/2023/rapport.json');
	const hash = createHash('sha256')
		.update(await answer.body())
		.digest('hex');
	expect(answer.headers()['x-content-hash']).toBe(`sha256:${hash}`);
});

test('the register as CSV holds what is shown', async ({ request }) => {
	const all = await (await request.get('/soroe/indsatser.csv')).text();
	const red = await (await request.get('/soroe/indsatser.csv?fremdrift=roed')).text();
	expect(red.length).toBeLessThan(all.length);
});

test('the register as data is open, whole and can be revalidated', async ({ request }) => {
	const answer = await request.get('/soroe/indsatser.json');
	const data = (await answer.json()) as { initiatives: { number: string }[] };
	expect(data.initiatives).toHaveLength(83);
	expect(answer.headers()['access-control-allow-origin']).toBe('*');
	const etag = (answer.headers()['etag'] ?? '').replace(/^W\//, '');
	const again = await request.get('/soroe/indsatser.json', { headers: { 'if-none-match': etag } });
	expect(again.status()).toBe(304);
});

test('an empty file is no report, and is told in words of its own @no-script', async ({ page }) => {
	await page.goto('/soroe/kontrol');
	await page.locator('input[type="file"]').setInputFiles({ name: 'rapport.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
	await page.getByRole('button', { name: 'Kontrollér', exact: true }).click();
	await expect(page.getByText('Filen »rapport.pdf« er tom.')).toBeVisible();
});
