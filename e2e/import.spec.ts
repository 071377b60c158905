import { expect, test, type Page } from '@playwright/test';
import { checkAccessible, checkFits } from './check-accessible.ts';

const rows = [
	'Nr.;Indsats;Sektor;Startdato;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Budgetrelation;Hovedansvarlig aktør;CO2-relation',
	'1;Solceller på haller;Energi;01-03-2024;I gang;Prioriteret;grøn;gul;Taget på hallen er klar.;Eksisterende budget;Teknik;Beregnet',
	'2;Elbiler i hjemmeplejen;Transport;01-05-2024;Delvist i gang;Prioriteret;gul;gul;Ti biler er købt.;Eksisterende budget;Ældre;Understøttende',
	'3;Skovrejsning;Natur;;Ikke igangsat;Planlagt prioriteret;hvid;;Afventer jord.;Uden for budget;Natur;Ikke beregnet',
];

async function upload(page: Page, slug: string, lines = rows, year = '2024'): Promise<void> {
	await page.goto(`/${slug}/import`);
	await page
		.getByLabel('Dokument')
		.setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill(year);
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
}

// The projects run side by side: each imports into a municipality of its own.
const municipalities: Readonly<Record<string, string>> = { wide: 'slagelse', 'no script': 'ringsted', narrow: 'koege' };

test('a coordinator reads a document in, corrects a value, stores it and undoes it @no-script', async ({ page }, { project }) => {
	const slug = municipalities[project.name] ?? 'slagelse';
	await upload(page, slug);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('3 indsatser fundet');
	await expect(page.getByText('3 nye')).toBeVisible();

	await page.getByRole('link', { name: 'Ret 2' }).click();
	await page.getByRole('region', { name: 'Ret indsats 2' }).getByLabel('Indsats').fill('Elbiler i hele plejen');
	await page.getByRole('region', { name: 'Ret indsats 2' }).getByLabel('Planmæssig fremdrift').selectOption('Grøn');
	await page.getByRole('button', { name: 'Gem rettelsen' }).click();
	await expect(page.getByRole('heading', { name: /2 Elbiler i hele plejen/ })).toBeVisible();

	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
	await page.getByRole('link', { name: 'Se, hvor I står i 2024' }).click();
	await expect(page.getByText('3 indsatser. 2 er grønne og 1 hvid.')).toBeVisible();

	await page.goto(`/${slug}/import`);
	await page.getByRole('button', { name: 'Fortryd' }).first().click();
	await expect(page.getByText('Indlæsningen er fortrudt')).toBeVisible();
	await page.goto(`/${slug}`);
	await expect(page.getByRole('heading', { name: 'Ingen klimahandleplan endnu' })).toBeVisible();
});

test('an initiative that leaves the plan keeps its page, and an older report leads to it', async ({ page }) => {
	const slug = 'odsherred';
	await upload(page, slug);
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
	await upload(page, slug, [...rows.slice(0, 2), ...rows.slice(3)], '2025');
	await page.getByLabel('Tag ud af planen').check();
	await page.getByRole('button', { name: 'Indlæs 2 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();

	await page.goto(`/${slug}/status/2024`);
	await page.getByRole('row').getByRole('link', { name: 'Elbiler i hjemmeplejen' }).click();
	await expect(page).toHaveURL(`/${slug}/indsatser/2?aar=2024`);
	await expect(page.getByText('Indsatsen udgik af planen i 2025.')).toBeVisible();
	await page.goto(`/en/${slug}/indsatser/2`);
	await expect(page.getByText('This initiative was taken out of the plan in 2025.')).toBeVisible();
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(page).toHaveURL(`/en/${slug}/indsatser/1?aar=2024`);
	await page.getByRole('link', { name: 'See it in the newest follow-up' }).click();
	await expect(page).toHaveURL(`/en/${slug}/indsatser/1`);
	await page.goto(`/${slug}/status/2025`);
	await page.getByRole('link', { name: 'Solceller på haller' }).click();
	await expect(page).toHaveURL(`/${slug}/indsatser/1`);
});

test('a planning period that cannot be read is asked for again, with what was typed @no-script', async ({ page }, { project }) => {
	await upload(page, project.name === 'no script' ? 'soenderborg' : 'aabenraa');
	await page.getByLabel('Planens titel').fill('Klimaplan for prøver');
	await page.getByLabel('Planperiode fra').fill('2020');
	await page.getByLabel('til', { exact: true }).fill('203o');
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await expect(page.getByRole('alert')).toContainText('»203o« er ikke et årstal.');
	await expect(page.getByLabel('Planens titel')).toHaveValue('Klimaplan for prøver');
	await expect(page.getByLabel('Planperiode fra')).toHaveValue('2020');
	await expect(page.getByLabel('til', { exact: true })).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('til', { exact: true })).toHaveValue('203o');
});

test('a column that was read wrongly is corrected @no-script', async ({ page }, { project }) => {
	await upload(page, project.name === 'no script' ? 'stevns' : 'faxe');
	await page.getByLabel('Budgetrelation').selectOption({ label: 'Bruges ikke' });
	await page.getByLabel('Husk det til næste gang').uncheck();
	await page.getByRole('button', { name: 'Læs igen med disse kolonner' }).click();
	await expect(page.getByLabel('Budgetrelation')).toHaveValue('');
});

test('a file that cannot be read says why, and nothing is stored @no-script', async ({ page }) => {
	await page.goto('/naestved/import');
	await page.getByLabel('Dokument').setInputFiles({ name: 'tom.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
	await page.getByLabel('Opfølgningens år').fill('2024');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await expect(page.getByRole('alert').first()).not.toBeEmpty();
	await expect(page.getByText('Der er ikke indlæst noget endnu.')).toBeVisible();
});

test('the preview with a correction open is accessible in light and dark @narrow', async ({ page }, { project }) => {
	await upload(page, project.name === 'narrow' ? 'lejre' : 'greve');
	await expect(page.getByRole('button', { name: 'Indlæs 3 indsatser' })).toBeInViewport();
	await page.getByRole('link', { name: 'Ret 1' }).click();
	await expect(page.getByRole('heading', { name: 'Ret indsats 1' })).toBeVisible();
	await checkAccessible(page);
});

test('a preview with a long word in every cell fits a screen of 320 points', async ({ page }) => {
	const word = 'varmeforsyningsplanlægningskoordineringsudvalgsformandskab'.repeat(2);
	const odd = rows.map((row, at) => (at === 0 ? row : `${at};${`${word}${at};`.repeat(11)}`.slice(0, -1)));
	await page.setViewportSize({ width: 320, height: 640 });
	await upload(page, 'vordingborg', odd);
	await expect(page.getByRole('button', { name: 'Indlæs 3 indsatser' })).toBeInViewport();
	await page.getByRole('link', { name: 'Ret 1' }).click();
	await expect(page.getByRole('heading', { name: 'Ret indsats 1' })).toBeVisible();
	await checkFits(page);
});

test('a correction that cannot be read comes back with all that was typed @no-script', async ({ page }, { project }) => {
	await upload(page, project.name === 'no script' ? 'kerteminde' : 'vejle');
	await page.getByRole('link', { name: 'Ret 2' }).click();
	const form = page.getByRole('region', { name: 'Ret indsats 2' });
	await form.getByLabel('Bemærkning').fill('Ti biler er bestilt.');
	await form.getByLabel('Startdato').fill('snart');
	await form.getByRole('button', { name: 'Gem rettelsen' }).click();
	await expect(form.getByRole('alert')).toContainText('»snart«');
	await expect(form.getByLabel('Startdato')).toHaveAttribute('aria-invalid', 'true');
	await expect(form.getByLabel('Bemærkning')).toHaveValue('Ti biler er bestilt.');
	await form.getByLabel('Startdato').fill('1. maj 2024');
	await form.getByRole('button', { name: 'Gem rettelsen' }).click();
	await expect(form).toHaveCount(0);
});

test('a document that contradicts itself says so first, and cannot be stored @no-script', async ({ page }, { project }) => {
	await upload(page, project.name === 'no script' ? 'kolding' : 'svendborg', [...rows, rows[1]?.replace('grøn', 'rød') ?? '']);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('1 fejl');
	await expect(page.getByRole('region', { name: 'Fejl, der skal rettes' })).toContainText('står to gange');
	await expect(page.getByRole('button', { name: 'Indlæs' })).toBeDisabled();
	await page.getByRole('link', { name: 'Vælg det rettede dokument' }).click();
	await expect(page.getByLabel('Dokument')).toBeVisible();
});

test('earlier imports fit a narrow screen, and the report has the date that was given', async ({ page }) => {
	const slug = 'varde';
	await upload(page, slug);
	await page.getByLabel('Statusdato').fill('2024-06-30');
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
	await page.setViewportSize({ width: 320, height: 640 });
	const region = page.getByRole('region', { name: 'Tidligere indlæsninger' }).last();
	await region.getByText('Gælder').scrollIntoViewIfNeeded();
	await expect(region.getByText('Gælder')).toBeInViewport({ ratio: 1 });
	expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
	await page.goto(`/${slug}/status/2024`);
	await expect(page.getByText('30. juni 2024').first()).toBeVisible();
});
