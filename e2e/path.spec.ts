import { expect, test, type Page } from '@playwright/test';

/** Removes the scenario that the page shows: it is asked for twice, and what only asks removes nothing. */
async function removeScenario(page: Page): Promise<void> {
	const confirm = page.getByRole('button', { name: 'Ja, slet scenariet' });
	await expect(confirm).toBeHidden();
	await page.getByText('Slet scenariet', { exact: true }).click();
	await expect(page.getByText('Det kan ikke fortrydes.')).toBeVisible();
	await confirm.click();
	await expect(page).not.toHaveURL(/scenarie=/);
}

test('a slider moves the path at once, and links lead away from the editor by whole pages', async ({ page }) => {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	await page.goto('/soroe/sti/rediger');
	const words = page.locator('p[aria-live]');
	const before = await words.textContent();
	// The table behind the picture has the same figures, and those that are saved beside them.
	const figures = page.locator('form').getByRole('row', { name: /^2030/ }).getByRole('cell');
	await page.locator('form').getByText('Vis tallene år for år').click();
	const [now, saved] = await figures.allTextContents();
	expect(now).toBe(saved);
	await expect(async () => {
		await page
			.getByRole('slider', { name: /^Realisering/ })
			.first()
			.fill('0');
		expect(await words.textContent()).not.toBe(before);
	}).toPass();
	await expect(figures.nth(1)).toHaveText(saved ?? '');
	await expect(figures.first()).not.toHaveText(saved ?? '');
	await page.getByRole('link', { name: 'Indsatser' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Indsatser' })).toBeVisible();
	expect(faults).toEqual([]);
});

/** What is typed and pressed before the page's script has come, and moves the rows, is not what is tested here. */
const awaitScript = (on: Page) => expect(on.locator('input.drag').first()).toBeVisible();

test('a scenario that another has saved keeps what is typed, and stays the scenario it was', async ({ page }) => {
	await page.goto('/soroe/sti/rediger');
	await awaitScript(page);
	// A name of its own: other tests make scenarios of this municipality at the same time.
	const name = 'Prøve, som en anden gemmer';
	await page.getByLabel('Navn på nyt scenarie').fill(name);
	await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
	await expect(page).toHaveURL(/scenarie=.+gemt/);
	const address = page.url();
	const other = await page.context().newPage();
	await other.goto(address);
	const getSaved = (on: typeof page) => on.getByRole('status').filter({ hasText: 'Gemt.' });
	const first = (on: typeof page) => on.getByRole('spinbutton', { name: /^År med fuld effekt/ }).first();
	await awaitScript(other);
	await first(other).fill('2034');
	await other.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getSaved(other)).toBeVisible();
	await other.close();
	await awaitScript(page);
	await first(page).fill('2033');
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('En anden har gemt imens');
	await expect(page.getByLabel('Navn', { exact: true })).toHaveValue(name);
	await expect(first(page)).toHaveValue('2033');
	await expect(page.getByText(/^Gemt: nr\. 1, start \d{4}, fuld effekt 2034/)).toBeVisible();
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getSaved(page)).toBeVisible();
	await expect(first(page)).toHaveValue('2033');
	await removeScenario(page);
	await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
});

test('what is typed for a scenario that another has removed is handed back, and does not come into the path of the plan', async ({
	page,
}) => {
	await page.goto('/soroe/sti/rediger');
	await awaitScript(page);
	const name = 'Til at fjerne';
	await page.getByLabel('Navn på nyt scenarie').fill(name);
	await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
	await expect(page).toHaveURL(/scenarie=.+gemt/);
	const other = await page.context().newPage();
	await other.goto(page.url());
	await page.goto(page.url().replace('/rediger', '/fremskrivning').replace('&gemt', ''));
	await page.getByLabel('Navn', { exact: true }).fill('Prøve uden scenarie');
	await removeScenario(other);
	await expect(other.getByRole('link', { name, exact: true })).toHaveCount(0);
	await other.close();
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByText('Scenariet findes ikke. Det kan være slettet')).toBeVisible();
	await expect(page.getByLabel('Det, du sendte')).toHaveValue(/Prøve uden scenarie/);
	await page.goto('/soroe/sti/fremskrivning');
	await expect(page.getByLabel('Navn', { exact: true })).not.toHaveValue('Prøve uden scenarie');
});

test('a measure is deleted when it has been asked for twice, and the page says that it is gone @no-script', async ({ page }, {
	project,
}) => {
	await page.goto('/ballerup/sti/rediger');
	if (project.name !== 'no script') await awaitScript(page);
	await page.getByLabel('Navn på nyt scenarie').fill('Et virkemiddel mindre');
	await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
	await expect(page).toHaveURL(/scenarie=.+gemt/);
	const measures = page.locator('form tbody th a');
	await expect(measures.first()).toBeVisible();
	const count = await measures.count();
	await measures.last().click();
	await expect(page.getByRole('button', { name: 'Ja, slet virkemidlet' })).toBeHidden();
	await page.getByText('Slet virkemidlet', { exact: true }).click();
	await page.getByRole('button', { name: 'Ja, slet virkemidlet' }).click();
	await expect(page.getByText('Slettet.')).toBeVisible();
	await expect(measures).toHaveCount(count - 1);
	await removeScenario(page);
	// One of the plan's own, given up, is to be seen as given up.
	await page.goto('/soroe/sti/virkemiddel?id=vedde');
	await page.getByText('Slet virkemidlet', { exact: true }).click();
	await expect(page.getByText('Er det opgivet, så skriv det under »Hvordan virkemidlet står« i stedet')).toBeVisible();
});

test('a candidate is taken into a scenario and made a candidate again, with its figure marked as illustrative @no-script', async ({
	page,
}) => {
	await page.goto('/soroe/sti/rediger');
	await page.getByLabel('Navn på nyt scenarie').fill('Med banen');
	await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
	await expect(page).toHaveURL(/scenarie=.+gemt/);
	const scenario = page.url().replace('&gemt', '');
	await page.getByRole('link', { name: 'Tølløsebanen på grønne drivmidler' }).first().click();
	const lead = page.locator('p.lead', { hasText: 'sparer' });
	await expect(lead).toHaveText(/sparer .*illustrativt$/);
	await page.getByText('Tag muligheden ind i stien', { exact: true }).click();
	await expect(page.getByText('Hvis scenariet bliver planens sti')).toBeVisible();
	await page.getByRole('button', { name: 'Ja, tag den ind' }).click();
	await expect(page.getByText('Gemt.').first()).toBeVisible();
	await expect(lead).toHaveText(/illustrativt$/);
	const confirm = page.getByRole('button', { name: 'Ja, gør det til en mulighed' });
	await expect(confirm).toBeHidden();
	await page.getByText('Gør det til en mulighed igen', { exact: true }).click();
	await confirm.click();
	await expect(page.getByText('Gemt.').first()).toBeVisible();
	await expect(page.getByText('Tag muligheden ind i stien', { exact: true })).toBeVisible();
	await page.goto(scenario);
	await removeScenario(page);
});

test('the path names the base year, and what the account leaves out @no-script @narrow', async ({ page }) => {
	await page.goto('/ballerup/sti');
	await expect(page.getByText('Basisår 2019, som planens beregninger begynder i')).toBeVisible();
	await expect(page.getByText('(uden affald, spildevand og kemiske processer)')).toBeVisible();
});

test('what must be replaced is marked where it rests on no document, and says where neighbours stand @no-script @narrow', async ({
	page,
}) => {
	await page.goto('/soroe/sti');
	const duty = page.getByRole('region', { name: 'Skal erstattes', exact: true });
	await expect(duty.locator('p', { hasText: 'Tilsammen sparer' })).toHaveText(/mangler .*illustrativt\s+Tilsammen sparer .*illustrativt/);
	await expect(duty.getByText('I statusrapporten står kun planens egne muligheder')).toBeVisible();
});

test('the keyboard moves a measure on and on, and hears where it is @no-script', async ({ page, javaScriptEnabled }) => {
	await page.goto('/soroe/sti/rediger');
	// The figures behind the picture have a table too.
	const rows = page.getByRole('table', { name: 'Virkemidler i den rækkefølge' }).locator('tbody tr');
	const count = await rows.count();
	const title = (await rows.first().getByRole('rowheader').getByRole('link').textContent()) ?? '';
	const down = page.getByRole('button', { name: `Flyt ${title} ned` });
	const up = page.getByRole('button', { name: `Flyt ${title} op` });
	if (!javaScriptEnabled) {
		// The page comes back to the row, and nothing is changed for the tests beside this one.
		await page.getByLabel('Navn på nyt scenarie').fill('Prøve uden script');
		await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
		await expect(page).toHaveURL(/scenarie=.+gemt/);
		await down.click();
		await expect(page).toHaveURL(/gemt#raekke-/);
		await expect(rows.nth(1).getByRole('rowheader')).toContainText(title);
		await removeScenario(page);
		return;
	}
	await expect(page.locator('input.drag').first()).toBeVisible();
	await down.focus();
	for (let place = 2; place <= count; place++) {
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status').filter({ hasText: `${title} er nu nr. ${place} af ${count}` })).toHaveCount(1);
		// At the end the button cannot be pressed: its neighbour takes over.
		await expect(place < count ? down : up).toBeFocused();
	}
	await page.keyboard.press('Enter');
	await expect(rows.nth(count - 2).getByRole('rowheader')).toContainText(title);
	await expect(up).toBeFocused();
});
