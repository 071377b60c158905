import { expect, test, type Page } from '@playwright/test';
import { checkAccessible } from './check-accessible.ts';

const rows = ['Nr.;Indsats;Igangsat;Planmæssig fremdrift;Bemærkning', '1;Solceller på haller;I gang;grøn;Taget på hallen er klar.'];

async function openRound(page: Page, slug: string): Promise<void> {
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 1 indsats' }).click();
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();
}

/** Where the answers are not all there, it is done anyway. */
async function stepForward(page: Page, name: string): Promise<void> {
	await page.locator('.next').getByText(name, { exact: true }).click();
	const anyway = page.getByRole('button', { name: 'Fortsæt alligevel' });
	if (await anyway.isVisible()) await anyway.click();
	await expect(page.getByText('Runden er nu her:')).toBeVisible();
}

test('a step that somebody else has taken meanwhile says so above the steps, and what is typed of a meeting stays', async ({ page }) => {
	const slug = 'albertslund';
	await openRound(page, slug);

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

	await stepForward(page, 'Gå til gennemgang');
	await stepForward(page, 'Godkend runden');
	await other.goto(`/${slug}/runde/2024`);
	await page.getByText('Tag et trin tilbage').click();
	await page.getByLabel('Begrundelse').first().fill('Et svar mangler');
	await page.getByRole('button', { name: 'Gå tilbage' }).click();
	await stepForward(page, 'Godkend runden');

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

test('what an owner has typed when answers are taken no more stands on the page to be taken along @narrow @no-script', async ({ page }, {
	project,
}) => {
	const slug = { wide: 'broendby', narrow: 'dragoer' }[project.name] ?? 'fredensborg';
	await openRound(page, slug);
	await stepForward(page, 'Sæt indsamlingen i gang');
	const owner = await page.context().newPage();
	// What is typed does not reach the server before it is sent, as where the connection comes and goes.
	await owner.route('**/kladde', (route) => route.abort());
	await owner.goto(`/${slug}/svar/2024/1`);
	await owner.getByLabel('Hvad er der sket siden sidst?').fill('Ti anlæg mere er bestilt.');
	await stepForward(page, 'Gå til gennemgang');
	const colleague = await page.context().newPage();
	await colleague.goto(`/${slug}/runde/2024?ret=1`);
	await colleague.locator('tr.editing').getByLabel('Bemærkning').fill('Skrevet i rækken.');
	await stepForward(page, 'Godkend runden');
	await colleague.locator('tr.editing').getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(colleague.getByText('Runden er godkendt.')).toBeVisible();
	await expect(colleague.getByLabel('Det, du sendte')).toHaveValue(/Skrevet i rækken\./);
	await colleague.close();
	await owner.getByRole('button', { name: 'Send svar' }).click();
	await expect(owner.getByRole('alert')).toContainText('Runden er godkendt.');
	const kept = owner.getByLabel('Det, du har skrevet her, er ikke gemt.');
	await expect(kept).toHaveValue(/Ti anlæg mere er bestilt\./);
	if (project.name !== 'no script') {
		await checkAccessible(owner);
		await owner.goto(`/${slug}/svar/2024/1`);
		await expect(kept).toHaveValue('Ti anlæg mere er bestilt.');
	}
	await page.getByText('Tag et trin tilbage').click();
	await page.getByLabel('Begrundelse').first().fill('Der kom et svar mere');
	await page.getByRole('button', { name: 'Gå tilbage' }).click();
	await owner.goto(`/${slug}/svar/2024/1`);
	await expect(kept).toBeHidden();
});
