import { expect, test } from '@playwright/test';

test('the status date of a new round follows a deadline set before it, until somebody writes another', async ({ page }) => {
	await page.goto('/soroe/runde/ny');
	const [deadline, statusDate] = [page.getByLabel('Sidste dag at svare'), page.getByLabel('Statusdato')];
	const proposed = await statusDate.inputValue();
	const earlier = `${Number(proposed.slice(0, 4)) - 1}-05-01`;
	await deadline.fill(earlier);
	await expect(statusDate).toHaveValue(earlier);
	await deadline.fill('2199-01-01');
	await expect(statusDate).toHaveValue(proposed);
	await statusDate.fill('2198-01-01');
	await deadline.fill(earlier);
	await expect(statusDate).toHaveValue('2198-01-01');
});
