import { expect, test } from '@playwright/test';

test('a slider moves the path at once, and links lead away from the editor by whole pages', async ({ page }) => {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	await page.goto('/soroe/sti/rediger');
	const words = page.locator('p[aria-live]');
	const before = await words.textContent();
	await expect(async () => {
		await page
			.getByRole('slider', { name: /^Realisering/ })
			.first()
			.fill('0');
		expect(await words.textContent()).not.toBe(before);
	}).toPass();
	await page.getByRole('link', { name: 'Indsatser' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Indsatser' })).toBeVisible();
	expect(faults).toEqual([]);
});

test('the path names the base year, and what the account leaves out @no-script @narrow', async ({ page }) => {
	await page.goto('/ballerup/sti');
	await expect(page.getByText('Basisår 2019, som planens beregninger begynder i')).toBeVisible();
	await expect(page.getByText('(uden affald, spildevand og kemiske processer)')).toBeVisible();
});
