import { expect, test, type Page } from '@playwright/test';
import { checkFits } from './check-accessible.ts';

// Somebody pastes an address or forgets a space: no page may become wider than the screen for it.
const slug = 'vejle';
const word = (first: string) => first.padEnd(120, 'nedbørsopsamling');
const heading = 'Nr.;Afsnit;Indsats;Startdato;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Hovedansvarlig aktør';
const listRows = (state: string, remark: string) => [
	heading,
	`1;${word('Afsnit')};${word('Indsats')};01-03-2024;${state};Prioriteret;grøn;gul;${word(remark)};${word('Aktør')}`,
	`2;${word('Afsnit')};${word('Næste')};01-05-2024;Delvist i gang;Prioriteret;rød;gul;Ti biler er købt.;${word('Aktør')}`,
];

async function importRound(page: Page, year: string, rows: readonly string[]): Promise<void> {
	await page.goto(`/${slug}/import`);
	const buffer = Buffer.from(rows.join('\r\n'));
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer });
	await page.getByLabel('Opfølgningens år').fill(year);
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.waitForURL(/\/import\/./);
	await checkNarrow(page);
	await page.getByRole('button', { name: 'Indlæs 2 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
}

/** Checks the page with everything unfolded, on the screens of phones and on that of a desk. */
async function checkNarrow(page: Page): Promise<void> {
	await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
	for (const width of [320, 375, 768, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await checkFits(page);
	}
}

test('a word of 120 letters makes no page wider than the screen', async ({ page }) => {
	test.setTimeout(240_000);
	await importRound(page, '2023', listRows('I gang', 'Sidste'));
	await importRound(page, '2024', listRows('Delvist i gang', 'Bemærkning'));

	await page.goto(`/${slug}/personer/enheder`);
	await page.getByLabel('Navn', { exact: true }).last().fill(word('Enhed'));
	await page.getByRole('button', { name: 'Tilføj enheden' }).click();
	await expect(page.getByText(word('Enhed')).first()).toBeVisible();
	await page.goto(`/${slug}/personer/ny`);
	await page.getByLabel('Navn').fill(word('Person'));
	await page.getByLabel('E-mail').fill(`ejer.${'langt'.repeat(8)}@example.org`);
	await page.getByLabel('Enhed', { exact: true }).selectOption({ label: word('Enhed') });
	await page.getByLabel('Indsatser, personen svarer for').fill('1, 2');
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText('er gemt');
	await checkNarrow(page);

	await page.goto(`/${slug}/runde/ny`);
	await checkNarrow(page);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2025' })).toBeVisible();
	await checkNarrow(page);
	await page.getByRole('button', { name: 'Begynd, og send mails' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
	await page.goto(`/${slug}/svar/2025/1`);
	await page.getByLabel('Hvad er der sket siden sidst?').fill(word('Svar'));
	await checkNarrow(page);
	await page.getByRole('radio', { name: /^I gang/ }).check();
	await page.locator('#progress-choice').selectOption({ label: 'Grøn' });
	await page.getByRole('radio', { name: /^Grøn/ }).check();
	await page.getByRole('button', { name: 'Send svar' }).click();
	await expect(page).toHaveURL(/kvittering=/);
	await page.goto(`/${slug}/runde/2025/1`);
	await page.getByText('Send tilbage', { exact: true }).first().click();
	await page.getByLabel(/Hvad mangler\?/).fill(word('Kommentar'));
	await page.getByRole('button', { name: 'Send tilbage' }).click();
	await expect(page.getByRole('region', { name: 'Kommentarer' })).toContainText('Kommentar');

	const pages = [
		...['', '/indsatser', '/indsatser/1', '/indsatser/1/ret', '/status/2024', '/status/2024/aendringer', '/rapporter', '/om', '/plantjek'],
		...['/runde', '/runde/2025', '/runde/2025/1', '/runde/2025?ret=1', '/runde/2025/mails', '/runde/2025/mails?ord=invitation'],
		...[
			'/svar/2025',
			'/svar/2025/1',
			'/personer',
			'/personer/ejere',
			'/personer/enheder',
			'/personer/opbevaring',
			'/log',
			'/import',
			'/udbakke',
		],
	];
	for (const path of pages) {
		await page.goto(`/${slug}${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await checkNarrow(page);
	}
	await page.goto(`/soeg?q=${word('Indsats')}`);
	await checkNarrow(page);
});

test('a path of long words is no wider than the screen', async ({ page }) => {
	for (const path of ['/en/soroe/sti', '/en/soroe/sti/rediger']) {
		await page.goto(path);
		// In the other language, what the plan itself says is marked.
		const marked = page.getByRole('main').locator('[lang="da"]:not(:has(*))');
		expect(await marked.count()).toBeGreaterThan(0);
		await marked.evaluateAll((elements, long) => elements.forEach((element) => (element.textContent = long)), word('Virkemiddel'));
		await checkNarrow(page);
	}
});
