import { expect, test } from '@playwright/test';
import { readPdf } from '../test/read-pdf.ts';
import { checkAccessibleOnAll } from './check-accessible.ts';

for (const [address, title] of [
	['/metode', 'Sådan er regnskabet og stien regnet'],
	['/en/metode', 'How the account and the pathway are calculated'],
] as const) {
	test(`the method at ${address} has its formulas, fits a phone and passes axe`, async ({ page }) => {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		expect(await page.locator('math').count()).toBeGreaterThan(60);
		await checkAccessibleOnAll(page);
	});
}

test('path and account lead to the method @no-script', async ({ page }) => {
	for (const from of ['/soroe/sti', '/soroe/regnskab']) {
		await page.goto(from);
		await page.locator('main').getByRole('link', { name: 'Sådan er tallene regnet' }).click();
		await expect(page).toHaveURL(/\/metode$/);
	}
});

test('the round is offered on one page, with account and path in its report', async ({ page, request }) => {
	await page.goto('/soroe/status/2023');
	const link = page.getByRole('link', { name: 'Én side (PDF)' });
	const pdf = await readPdf(await (await request.get((await link.getAttribute('href')) ?? '')).body());
	expect(pdf.pages).toHaveLength(1);
	const report = await readPdf(await (await request.get('/soroe/status/2023/rapport.pdf')).body());
	expect(report.outline).toEqual(expect.arrayContaining(['Grønt regnskab', 'Stien i ton']));
});

test('path and account are printed with the tables that are folded on the screen', async ({ page }) => {
	for (const [address, words] of [
		['/soroe/sti', 'Som besluttet'],
		['/soroe/regnskab', 'Metodeversion'],
	] as const) {
		await page.goto(address);
		const { pages } = await readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
		expect(pages.map(({ width, height }) => width < height)).not.toContain(false);
		expect(pages.length).toBeLessThanOrEqual(8);
		expect(pages.map(({ text }) => text).join(' ')).toContain(words);
	}
});

test('on a phone the account begins with its newest year, beside what its rows are called', async ({ page }) => {
	await page.setViewportSize({ width: 375, height: 812 });
	const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022];
	const sectors = ['Energi', 'Transport', 'Landbrug', 'Affald', 'Spildevand', 'Kemiske processer'];
	const rows = [
		['Sektor', ...years],
		...sectors.map((sector) => [sector, ...years.map((year) => (sector === 'Affald' ? 'NE (Prøve)' : year))]),
	];
	await page.goto('/samsoe/regnskab/indlaes');
	const buffer = Buffer.from(rows.map((row) => row.join(';')).join('\n'));
	await page.getByLabel('Fil med regnskabet').setInputFiles({ name: 'regnskab.csv', mimeType: 'text/csv', buffer });
	await page.getByLabel('Udgavens navn').fill('Prøve');
	await page.getByLabel('Kilde', { exact: true }).fill('Prøve');
	await page.getByRole('button', { name: 'Se, hvad der er fundet' }).click();
	await expect(page.getByText('mangler tal fra affald (ikke opgjort, NE)').first()).toBeVisible();
	await page.getByRole('button', { name: 'Indlæs 7 år' }).click();
	await page.goto('/samsoe/regnskab');
	await expect(page.getByText(/^\* 2016, 2017, .* og 2022: summen mangler tal fra affald \(ikke opgjort, NE\)\.$/)).toBeVisible();
	const table = page.getByRole('region', { name: 'Ton CO2e efter sektor og år' });
	await table.scrollIntoViewIfNeeded();
	await expect(table.getByRole('columnheader', { name: '2023' })).toBeInViewport({ ratio: 0.9 });
	await expect(table.getByRole('rowheader', { name: 'Energi' })).toBeInViewport({ ratio: 0.9 });
	await expect(table.getByRole('columnheader', { name: '2016' })).not.toBeInViewport();
});
