import { expect, test, type Page } from '@playwright/test';

test('every answer carries the security headers', async ({ request }) => {
	for (const path of ['/', '/soroe/indsatser', '/soroe/indsatser.json', '/soroe/status/2023/rapport.csv', '/findes-ikke', '/robots.txt']) {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, path).toContain("default-src 'none'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(policy, path).not.toContain('unsafe');
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBeTruthy();
		expect(headers['permissions-policy'], path).toBeTruthy();
		expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
	}
});

test('what the framework refuses by itself carries them too, and a page has one policy', async ({ request }) => {
	const refused = [
		await request.get('/_app/immutable/findes-ikke.js'),
		await request.get('/soroe?x-sveltekit-invalidated=1'),
		await request.post('/soroe/import', { headers: { origin: 'https://example.org' }, form: { year: '2023' } }),
	];
	for (const answer of refused) {
		expect(answer.headers()['x-content-type-options'], answer.url()).toBe('nosniff');
		expect(answer.headers()['x-frame-options'], answer.url()).toBe('DENY');
		expect(answer.headers()['referrer-policy'], answer.url()).toBeTruthy();
	}
	const policies = (await request.get('/soroe')).headersArray().filter(({ name }) => name.toLowerCase() === 'content-security-policy');
	expect(policies).toHaveLength(1);
	expect(policies[0]?.value).toContain("style-src 'self'");
});

// A browser takes the headers of a 304 for those of the page it holds: a policy of its own there would undo the page's.
test('a page that has not changed says nothing of its policy', async ({ request }) => {
	for (const path of ['/soroe', '/soroe/indsatser/1']) {
		const held = (await request.get(path)).headers()['etag'] ?? '';
		const unchanged = await request.get(path, { headers: { 'if-none-match': held } });
		expect(unchanged.status(), path).toBe(304);
		expect(unchanged.headers()['content-security-policy'], path).toBeUndefined();
	}
});

test('a file that does not exist is answered with a page that says so', async ({ page }) => {
	for (const path of ['/soroe/status/1900/rapport.pdf', '/soroe/status/2023/rapport.exe']) {
		expect((await page.goto(path))?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: 'Kan ikke vises' })).toBeVisible();
		await expect(page.getByText('Prøv igen om lidt')).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'forsiden' })).toHaveAttribute('href', '/');
	}
});

test('style, script and fonts say that they are what they say', async ({ page, request }) => {
	await page.goto('/soroe/indsatser');
	const files = await page
		.locator('link[rel="stylesheet"], link[rel="preload"], script[src]')
		.evaluateAll((all) => all.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''));
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) expect((await request.get(file)).headers()['x-content-type-options'], file).toBe('nosniff');
});

test('no page breaks its own policy or asks another host', async ({ page, baseURL }) => {
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	page.on('request', (request) => {
		if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) faults.push(request.url());
	});
	for (const path of [
		'/',
		'/soroe',
		'/soroe/indsatser',
		'/soroe/indsatser/1',
		'/soroe/status/2023',
		'/soroe/plantjek',
		'/soroe/import',
		'/soroe/om',
	]) {
		await page.goto(path, { waitUntil: 'networkidle' });
	}
	expect(faults).toEqual([]);
});

/** Bytes of a page over the wire, by kind. */
async function weigh(page: Page, path: string) {
	const session = await page.context().newCDPSession(page);
	const kinds = new Map<string, string>();
	const sizes = new Map<string, number>();
	session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId) ?? 'Other';
		sizes.set(kind, (sizes.get(kind) ?? 0) + encodedDataLength);
	});
	await session.send('Network.enable');
	await page.goto(path, { waitUntil: 'networkidle' });
	return sizes;
}

test('the first page is small: all of it under 120 kB and its script under 60 kB, as they are sent', async ({ page }) => {
	const sizes = await weigh(page, '/');
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	expect(total).toBeGreaterThan(1_000);
	expect(total).toBeLessThan(120_000);
	expect(sizes.get('Script') ?? 0).toBeLessThan(60_000);
});

test('the path’s editor brings the calculation along and stays under 72 kB of script, headers and gzip included', async ({ page }) => {
	const sizes = await weigh(page, '/soroe/sti/rediger');
	expect(sizes.get('Script') ?? 0).toBeGreaterThan(1_000);
	expect(sizes.get('Script') ?? 0).toBeLessThan(72_000);
});

test('printing hides what paper cannot do', async ({ page }) => {
	await page.goto('/soroe/status/2023');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('search')).toBeHidden();
	await expect(page.getByRole('main').getByRole('link', { name: 'Word' })).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Sammenfatning' })).toBeVisible();
});

test('the keyboard reaches the content at once', async ({ page }) => {
	await page.goto('/soroe');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Gå til indholdet' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});
