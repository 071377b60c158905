import { expect, test } from '@playwright/test';
import { checkAccessible } from './check-accessible.ts';

const slug = 'albertslund';
const rows = ['Nr.;Indsats;Igangsat;Planmæssig fremdrift;Bemærkning', '1;Solceller på haller;I gang;grøn;Taget på hallen er klar.'];

test('a step that somebody else has taken meanwhile says so above the steps, and what is typed of a meeting stays', async ({ page }) => {
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 1 indsats' }).click();
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();

	const other = await page.context().newPage();
	const begin = async (tab: typeof page) => {
		await tab.getByText('Sæt indsamlingen i gang').first().click();
		await tab.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	};
	await other.goto(`/${slug}/runde/2024`);
	await begin(page);
	await expect(page.getByText('Runden er nu her: Indsamling.')).toBeVisible();
	await begin(other);
	await expect(other.getByRole('alert')).toContainText('En anden har ændret runden imens.');
	await expect(other.locator('details.back')).not.toHaveAttribute('open');
	await checkAccessible(other);

	const forward = async (name: string) => {
		await page.locator('.next').getByText(name, { exact: true }).click();
		const anyway = page.getByRole('button', { name: 'Fortsæt alligevel' });
		if (await anyway.isVisible()) await anyway.click();
		await expect(page.getByText('Runden er nu her:')).toBeVisible();
	};
	await forward('Gå til gennemgang');
	await forward('Godkend runden');
	await other.goto(`/${slug}/runde/2024`);
	await page.getByText('Tag et trin tilbage').click();
	await page.getByLabel('Begrundelse').first().fill('Et svar mangler');
	await page.getByRole('button', { name: 'Gå tilbage' }).click();
	await forward('Godkend runden');

	await other.getByText('Runden er forelagt').click();
	await other.getByLabel('Forelagt for').fill('Klimaudvalget');
	await other.getByLabel('Mødets dato').fill('2026-11-03');
	await other.getByLabel('Sagsnummer').fill('26/1234');
	await other.getByRole('button', { name: 'Gem mødet' }).click();
	await expect(other.getByRole('alert')).toContainText('En anden har ændret runden imens.');
	await expect(other.getByLabel('Forelagt for')).toHaveValue('Klimaudvalget');
	await expect(other.getByLabel('Mødets dato')).toHaveValue('2026-11-03');
	await expect(other.getByLabel('Sagsnummer')).toHaveValue('26/1234');
	await other.getByRole('button', { name: 'Gem mødet' }).click();
	await expect(other.getByRole('list', { name: 'Rundens trin' })).toContainText('Klimaudvalget');
});
