import { expect, test } from '@playwright/test';

test('a citizen finds Sorø and sees where it stands @narrow @no-script', async ({ page }) => {
	await page.goto('/');
	await page
		.getByRole('searchbox', { name: 'Søg efter kommune eller indsats' })
		.or(page.getByLabel('Søg efter kommune eller indsats'))
		.first()
		.fill('sorø');
	await page.getByRole('button', { name: 'Søg' }).click();
	await page.getByRole('main').getByRole('link', { name: 'Sorø Kommune', exact: true }).click();
	await expect(page).toHaveURL(/\/soroe$/);
	await expect(page.getByText('83 indsatser. 29 er grønne, 26 gule, 2 røde og 23 hvide; 3 mangler farve.')).toBeVisible();
	await expect(page.getByText('Det er den første opfølgning.')).toBeVisible();
});

test('a segment of the bar leads to the initiatives behind it @no-script', async ({ page }) => {
	await page.goto('/soroe');
	await page.getByRole('main').getByRole('link', { name: '2 røde', exact: true }).first().click();
	await expect(page).toHaveURL(/fremdrift=roed/);
	await expect(page.getByText('2 af 83')).toBeVisible();
});

test('a reader filters the register, and the filter is the address @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser');
	await expect(page.getByText('83 af 83')).toBeVisible();
	await page.goto('/soroe/indsatser?fremdrift=gul&sektor=Energi');
	const shown = await page.getByRole('status').innerText();
	expect(shown).toMatch(/^\d+ af 83/);
	await page.getByRole('link', { name: /Fjern filteret.*Gul/ }).click();
	await expect(page).toHaveURL(/\/indsatser\?sektor=Energi$/);
});

test('the filter form works by its button @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser');
	await page.getByLabel('Fritekst').fill('fjernvarmen');
	await page.getByRole('button', { name: 'Vis indsatser' }).click();
	await expect(page).toHaveURL(/q=fjernvarmen/);
	await expect(page.getByRole('link', { name: /fjernvarme/i }).first()).toBeVisible();
});

test('the list follows a choice where there is script', async ({ page }) => {
	await page.goto('/soroe/indsatser');
	await page.getByRole('checkbox', { name: /Rød/ }).first().check();
	await expect(page).toHaveURL(/fremdrift=roed/);
	await expect(page.getByText('2 af 83')).toBeVisible();
	await expect(page.getByRole('checkbox', { name: /Rød/ }).first()).toBeFocused();
});

test('Back shows the choices of the address it returns to', async ({ page }) => {
	await page.goto('/soroe/indsatser');
	const red = page.getByRole('checkbox', { name: /Rød/ }).first();
	await red.check();
	await expect(page.getByText('2 af 83')).toBeVisible();
	await page.goBack();
	await expect(page.getByText('83 af 83')).toBeVisible();
	await expect(red).not.toBeChecked();
	await page.goForward();
	await expect(page.getByText('2 af 83')).toBeVisible();
	await expect(red).toBeChecked();
});

test('an empty result says which filter to drop @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser?fremdrift=roed&maalopfyldelse=groen');
	await expect(page.getByText('0 af 83')).toBeVisible();
	await page.getByRole('link', { name: /Uden filteret målopfyldelse: 2 indsatser/ }).click();
	await expect(page.getByText('2 af 83')).toBeVisible();
});

test('the register sorts by a column @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser');
	await page.getByRole('columnheader', { name: 'Indsats' }).getByRole('link').click();
	await expect(page).toHaveURL(/sorter=indsats/);
	await expect(page.getByRole('columnheader', { name: 'Indsats' })).toHaveAttribute('aria-sort', 'ascending');
});

test('an initiative shows its colours, facts, relations and source @narrow @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser/20a');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('20a');
	await expect(page.getByRole('heading', { name: 'Planmæssig fremdrift 2023' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Hvor det kommer fra' })).toBeVisible();
	await page.getByRole('link', { name: 'Næste' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('20b');
});

test('the language switch keeps the page and its filter @no-script', async ({ page }) => {
	await page.goto('/soroe/indsatser?fremdrift=roed');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/soroe\/indsatser\?fremdrift=roed$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByText('2 of 83')).toBeVisible();
	await page.getByRole('link', { name: 'Dansk' }).click();
	await expect(page).toHaveURL(/\/soroe\/indsatser\?fremdrift=roed$/);
});

test('the report reads as the committee gets it @no-script', async ({ page }) => {
	await page.goto('/soroe/rapporter');
	await page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: 'Sammenfatning' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Læsevejledning' })).toBeVisible();
	// It was taken in from a document, so there is no number to check a file by.
	await expect(page.getByText('Indlæst opfølgning', { exact: true })).toBeVisible();
	await expect(page.getByText(/^[0-9a-f]{64}$/)).toHaveCount(0);
});

test('an unknown page and an unknown initiative say how to go on @no-script', async ({ page }) => {
	for (const path of ['/findes-ikke', '/soroe/indsatser/999', '/soroe/status/1999']) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(404);
		await expect(page.getByRole('link', { name: 'Gå til forsiden' })).toBeVisible();
	}
});
