import { expect, test } from '@playwright/test';
import { checkApart } from './check-accessible.ts';

// Sorø's guide says nothing of a completed initiative. The round is withdrawn again: the other tests read Sorø as it came.
test('no reason is asked for a colour where the reading guide gives none', async ({ page, browser }) => {
	await page.goto('/soroe/runde/ny');
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Begynd, og send mails' }).click();
	await page.goto('/soroe/runde/2024/1');
	const reason = page.getByLabel('Begrundelse for en anden farve');
	await page.getByLabel('Planmæssig fremdrift').selectOption('Rød');
	await page.getByLabel('Igangsat').selectOption('I gang');
	await expect(reason).toBeVisible();
	await page.getByLabel('Igangsat').selectOption('Afsluttet');
	await expect(reason).toBeHidden();
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByText('1 indsats er rettet.').first()).toBeVisible();
	await expect(reason).toBeHidden();

	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	for (const path of ['runde/2024/1', 'svar/2024/1']) {
		await plain.goto(new URL(`/soroe/${path}`, page.url()).href);
		await expect(plain.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(plain.locator('[name="colourReason"]').last()).toBeHidden();
	}
	await plain.context().close();

	await page.goto('/soroe/svar/2024/1');
	const own = page.getByLabel('Hvorfor en anden farve?');
	await expect(page.getByText('Læsevejledningen har ingen farve til den status')).toBeVisible();
	await expect(page.locator('summary', { hasText: 'Farve for fremdrift' })).toBeVisible();
	await expect(own).toBeHidden();
	await page.getByRole('radiogroup', { name: 'Hvor langt er indsatsen?' }).getByText('I gang', { exact: true }).click();
	await expect(page.locator('summary', { hasText: 'Skal farven være en anden?' })).toBeVisible();
	await expect(own).toBeVisible();
	// A draft that lacks something says so, with air about it.
	await expect(page.locator('[data-answer="state"]')).toContainText(/gemt/i);
	await page.reload();
	const missing = page.locator('[data-answer="summary"] .alert');
	await checkApart(page.getByRole('region').first(), missing);
	await checkApart(missing, page.getByRole('heading', { name: 'Svar for 2024' }));

	await page.goto('/soroe/runde/2024');
	await page.getByText('Træk runden tilbage').first().click();
	await page.locator('#withdraw-reason').fill('Kun en prøve.');
	await page.locator('#withdraw-aside').check();
	await page.getByRole('button', { name: 'Træk runden tilbage' }).click();
	await expect(page).toHaveURL(/trukket=2024/);
});
