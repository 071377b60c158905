import { expect, test } from '@playwright/test';
import { checkAccessibleOnAll, checkApart } from './check-accessible.ts';

test.describe.configure({ mode: 'serial' });

const municipalities: Readonly<Record<string, string>> = { wide: 'gribskov', narrow: 'egedal', 'no script': 'hilleroed' };
const rows = [
	'Nr.;Indsats;Igangsat;Prioritet;Planmæssig fremdrift',
	'1;Solceller på haller;I gang;Prioriteret;grøn',
	'2;Elbiler i hjemmeplejen;Ikke igangsat;Prioriteret;grøn',
];

test('a municipality gives its plan a reading guide, and begins with one that is shipped @narrow @no-script', async ({ page }, {
	project,
}) => {
	const slug = municipalities[project.name] ?? 'gribskov';
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 2 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();

	await page.goto(`/${slug}/runde/ny`);
	await expect(page.getByText('Planen har ingen læsevejledning.')).toBeVisible();
	await page.getByRole('link', { name: 'Lav en læsevejledning' }).click();
	await page.getByRole('link', { name: 'Begynd med Sorøs læsevejledning 2023' }).click();
	await expect(page.getByText('Linjerne er fra Sorøs læsevejledning 2023.')).toBeVisible();
	await page.getByLabel('Navn', { exact: true }).fill('Vores læsevejledning');
	if (project.name !== 'no script') {
		// What is typed is not left without asking.
		await page.locator('.eyebrow a').click();
		await expect(page.getByText('Du har rettet læsevejledningen uden at gemme.')).toBeVisible();
		await page.getByRole('button', { name: 'Skriv videre' }).click();
		await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Vores læsevejledning');
	}
	// A fifth line that says again what the first says is refused, and what was typed stays.
	const fifth = page.getByRole('group', { name: 'Linje 5' });
	await fifth.getByLabel('Farve', { exact: true }).selectOption('Rød');
	await fifth.getByLabel('I gang', { exact: true }).check();
	await fifth.getByLabel('Hvad farven betyder', { exact: true }).fill('Sat i gang, men går langsomt');
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	await expect(page.getByText('Linje 5 og linje 1 gælder begge for »Prioriteret« med status »I gang«.').first()).toBeVisible();
	await expect(fifth.getByLabel('Hvad farven betyder', { exact: true })).toHaveValue('Sat i gang, men går langsomt');
	if (project.name === 'wide') {
		await checkAccessibleOnAll(page);
		await page.setViewportSize({ width: 1280, height: 800 });
	}
	// What is wrong is a link to its field, and the page is there.
	await page.getByRole('alert').getByRole('link', { name: 'Linje 5 og linje 1' }).click();
	await expect(fifth.getByLabel('Ikke igangsat', { exact: true })).toBeInViewport();
	await fifth.getByLabel('Fjern linjen, når der gemmes').check();
	// More lines cost no save, and nothing that is typed.
	await page.getByRole('button', { name: 'Flere linjer' }).click();
	await expect(page.getByRole('group', { name: 'Linje 8' })).toBeVisible();
	await expect(fifth.getByLabel('Fjern linjen, når der gemmes')).toBeChecked();
	await expect(fifth.getByLabel('Hvad farven betyder', { exact: true })).toHaveValue('Sat i gang, men går langsomt');
	// The English text of a line that says something else in Danish is asked about.
	const second = page.getByRole('group', { name: 'Linje 2' });
	await second.getByLabel('Hvad farven betyder', { exact: true }).fill('Går langsommere end planlagt');
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	const refused = page.getByRole('alert');
	await expect(refused.getByRole('link')).toHaveText([
		'Navn: den engelske tekst hører til den gamle danske.',
		'Linje 2: den engelske tekst hører til den gamle danske.',
	]);
	await expect(page.locator('[autofocus]')).toBeFocused();
	await page.getByLabel('Navn på engelsk').fill('');
	await second.getByLabel('Hvad farven betyder, på engelsk').fill('Slower than planned');
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	await expect(page.getByText('Læsevejledningen er gemt.').first()).toBeVisible();
	await expect(page.getByRole('group', { name: 'Linje 7' })).toHaveCount(0);
	await expect(page.getByLabel('Navn på engelsk')).toHaveValue('');
	await expect(second.getByLabel('Hvad farven betyder, på engelsk')).toHaveValue('Slower than planned');

	// The follow-up that was imported is held against it at once, and the next round asks by it.
	await page.goto(`/${slug}/plantjek`);
	await expect(page.getByText('læsevejledningen giver rød').first()).toBeVisible();
	await page.goto(`/${slug}/runde/ny`);
	await expect(page.getByRole('region', { name: 'Læsevejledning' })).toContainText('Vores læsevejledning');
});

test('no reason is asked for a colour where the reading guide gives none', async ({ page, browser }) => {
	await page.goto('/gribskov/runde/ny');
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
	await page.goto('/gribskov/runde/2024/1');
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
		await plain.goto(new URL(`/gribskov/${path}`, page.url()).href);
		await expect(plain.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(plain.locator('[name="colourReason"]').last()).toBeHidden();
	}
	await plain.context().close();

	await page.goto('/gribskov/svar/2024/1');
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
});

test('nobody answers with another colour than the page said, when the guide is switched while it is open', async ({ page, browser }) => {
	await page.goto('/gribskov');
	const owners = await Promise.all(
		[true, false].map(async (javaScriptEnabled, at) => {
			const owner = await (await browser.newContext({ javaScriptEnabled, locale: 'da-DK' })).newPage();
			await owner.goto(new URL(`/gribskov/svar/2024/${at + 1}`, page.url()).href);
			await owner.getByRole('radiogroup', { name: 'Hvor langt er indsatsen?' }).getByText('I gang', { exact: true }).click();
			await owner.getByRole('radiogroup', { name: /mål/i }).getByText('Gul', { exact: true }).click();
			// The test before this one has chosen a colour for the first.
			await owner.locator('#progress-choice').selectOption('', { force: true });
			await owner.locator('#remark').fill('Skrevet, før vejledningen blev skiftet.');
			return owner;
		}),
	);
	await page.goto('/gribskov/laesevejledning');
	await page.getByRole('group', { name: 'Linje 1' }).getByLabel('Farve', { exact: true }).selectOption('Hvid');
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	await expect(page.getByText('Læsevejledningen er gemt.').first()).toBeVisible();
	await page.goto('/gribskov/runde/2024');
	await page.getByText('Ret frist, statusdato, kontakt, spørgsmål og læsevejledning').click();
	await page.locator('#settings-guide').selectOption('plan');
	await page
		.locator('details', { has: page.locator('#settings-guide') })
		.getByRole('button', { name: 'Gem' })
		.click();
	await expect(page.getByText('Runden har fået en anden læsevejledning.').first()).toBeVisible();
	for (const owner of owners) {
		await owner.getByRole('button', { name: 'Send svar' }).click();
		await expect(owner.getByRole('alert')).toContainText('Farven bliver hvid, og siden viste grøn.');
		await expect(owner.locator('#remark')).toHaveValue('Skrevet, før vejledningen blev skiftet.');
		await expect(owner.getByRole('radio', { name: /^I gang/ })).toBeChecked();
		await expect(owner.getByText('Det mangler, før svaret kan sendes')).toHaveCount(0);
		await owner.getByRole('button', { name: 'Send svar' }).click();
		await expect(owner.getByRole('alert')).toHaveCount(0);
		await expect(owner).not.toHaveURL(/\?\/give/);
		await owner.context().close();
	}
	await page.goto('/gribskov/runde/2024');
	await expect(page.getByRole('row', { name: /Solceller/ })).toContainText('Hvid');
});
