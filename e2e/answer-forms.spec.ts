import { expect, test, type Page } from '@playwright/test';
import { checkAccessible, checkFits } from './check-accessible.ts';

// A round has one course: what follows builds on what was before, in a municipality of its own for each project.
test.describe.configure({ mode: 'serial' });

const municipalities: Readonly<Record<string, string>> = { wide: 'guldborgsund', 'no script': 'lolland' };
const getSlug = (project: string) => municipalities[project] ?? 'guldborgsund';
const rows = [
	'Nr.;Afsnit;Indsats;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning',
	'1;Energi;Solceller på haller;I gang;Prioriteret;grøn;gul;Taget på hallen er klar.',
	'2;Transport;Elbiler i hjemmeplejen;Ikke igangsat;Prioriteret;grøn;gul;Ti biler er købt.',
	'3;Natur;Skovrejsning;I gang;Prioriteret;grøn;gul;Afventer jord.',
];
const choose = (page: Page, state: string) =>
	page.getByRole('radiogroup', { name: 'Hvor langt er indsatsen?' }).getByText(state, { exact: true }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Gem', exact: true });

/** Gives the plan another colour for what is in progress, and the round that runs the plan's guide. */
async function switchGuide(page: Page, slug: string, colour: string) {
	await page.goto(`/${slug}/laesevejledning`);
	await page.getByRole('group', { name: 'Linje 1' }).getByLabel('Farve', { exact: true }).selectOption(colour);
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	await expect(page.getByText('Læsevejledningen er gemt.').first()).toBeVisible();
	await page.goto(`/${slug}/runde/2024`);
	await page.getByText('Ret frist, statusdato, kontakt, spørgsmål og læsevejledning').click();
	await page.locator('#settings-guide').selectOption('plan');
	const settings = page.locator('details', { has: page.locator('#settings-guide') });
	await settings.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByText('Runden har fået en anden læsevejledning.').first()).toBeVisible();
}

test('a round is opened by a reading guide that is silent on a state @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('link', { name: 'Lav en læsevejledning' }).click();
	await page.getByRole('link', { name: 'Begynd med Sorøs læsevejledning 2023' }).click();
	await page.getByRole('button', { name: 'Gem læsevejledningen' }).click();
	await expect(page.getByText('Læsevejledningen er gemt.').first()).toBeVisible();
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
});

test('a reason for a colour is asked for by the state that is chosen now, and the answer is taken at once @no-script', async ({ page }, {
	project,
}) => {
	await page.goto(`/${getSlug(project.name)}/svar/2024/1`);
	const reason = page.getByLabel('Hvorfor en anden farve?');
	await choose(page, 'Afsluttet');
	if (project.name === 'no script') await page.getByText('Skal farven være en anden?').click();
	await page.locator('#progress-choice').selectOption('Gul');
	await expect(page.getByText('Læsevejledningen har ingen farve til den status')).toBeVisible();
	await expect(reason).toBeHidden();
	await page.getByRole('button', { name: 'Gem kladde' }).click();
	await expect(reason).toBeHidden();
	await choose(page, 'I gang');
	await expect(page.getByText('Læsevejledningen har ingen farve til den status')).toBeHidden();
	await reason.fill('Midlerne mangler.');
	await page.getByRole('radiogroup', { name: /mål/i }).getByText('Gul', { exact: true }).click();
	await page.locator('#remark').fill('Første hal er klar.');
	await page.getByRole('button', { name: 'Send svar' }).click();
	await expect(page.getByText('Svaret om indsats 1 er sendt.')).toBeVisible();
});

test('a reason typed beside "unchanged" is not lost when a new answer is sent @no-script', async ({ page }, { project }) => {
	await page.goto(`/${getSlug(project.name)}/svar/2024/2`);
	const reason = page.getByLabel('Farven er en anden end læsevejledningens. Skriv hvorfor');
	await reason.fill('Bilerne er bestilt.');
	await choose(page, 'I gang');
	await page.getByRole('button', { name: 'Send svar' }).click();
	await expect(page.getByRole('alert')).toContainText('Der står en tekst i et andet felt');
	await expect(reason).toHaveValue('Bilerne er bestilt.');
	await expect(page.getByRole('radio', { name: /^I gang/ })).toBeChecked();
});

test('keeping what is saved drops no reason typed beside "unchanged"', async ({ browser }, { project }) => {
	const address = new URL(`/${getSlug(project.name)}/svar/2024/2`, project.use.baseURL).href;
	const open = async () => (await browser.newContext({ javaScriptEnabled: false, locale: 'da-DK' })).newPage();
	const [one, other] = await Promise.all([open(), open()]);
	for (const page of [one, other]) await page.goto(address);
	await other.locator('#remark').fill('Gemt imens.');
	await other.getByRole('button', { name: 'Gem kladde' }).click();
	await one.locator('#remark').fill('Skrevet imod.');
	await one.getByLabel('Farven er en anden end læsevejledningens. Skriv hvorfor').fill('Bilerne er bestilt.');
	await one.getByRole('button', { name: 'Gem kladde' }).click();
	await one.getByRole('button', { name: 'Behold det, der er gemt' }).click();
	await expect(one.locator('#remark')).toHaveValue('Gemt imens.');
	await expect(one.getByLabel('Farven er en anden end læsevejledningens. Skriv hvorfor')).toHaveValue('Bilerne er bestilt.');
	for (const page of [one, other]) await page.context().close();
});

test('a colour that followed follows the new guide in the coordinator’s form too @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	const colour = page.getByLabel('Planmæssig fremdrift');
	await page.goto(`/${slug}/runde/2024/3`);
	await page.getByLabel('Igangsat').selectOption('I gang');
	await page.getByLabel('Målopfyldelse', { exact: true }).selectOption('Gul');
	await page.getByRole('textbox', { name: 'Bemærkning', exact: true }).fill('Jorden er købt.');
	await save(page).click();
	await expect(page.getByText('1 indsats er rettet.').first()).toBeVisible();
	await switchGuide(page, slug, 'Hvid');
	await page.goto(`/${slug}/runde/2024/3`);
	await expect(page.getByText('Svaret har farven grøn. Læsevejledningen giver nu hvid')).toBeVisible();
	await expect(colour).toHaveValue('');
	if (project.name === 'wide') {
		await checkAccessible(page);
		await checkFits(page);
	}
	// Nothing is changed by hand: a comment is no reason to save first.
	await page.getByLabel('Ny kommentar').fill('Set.');
	await page.getByRole('button', { name: 'Gem kommentaren' }).click();
	await expect(page.getByRole('region', { name: 'Kommentarer' })).toContainText('Set.');
	await save(page).click();
	await expect(page.getByText('1 indsats er rettet.').first()).toBeVisible();
	await expect(page.getByText('Læsevejledningen giver nu')).toHaveCount(0);
	await expect(colour.locator('option').first()).toContainText('hvid');
});

test('undoing drops nothing that is typed on the page @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/runde/2024/3`);
	const remark = page.getByRole('textbox', { name: 'Bemærkning', exact: true });
	const undo = page.getByRole('button', { name: 'Fortryd' });
	await remark.fill('Jorden er købt og betalt.');
	await save(page).click();
	await remark.fill('Skrevet og ikke gemt.');
	await undo.click();
	await expect(page.getByRole('alert')).toContainText('Der står en tekst i et andet felt');
	await expect(remark).toHaveValue('Skrevet og ikke gemt.');
	await remark.fill('Jorden er købt og betalt.');
	await page.getByLabel('Ny kommentar').fill('Spørg Natur.');
	await undo.click();
	await expect(page.getByRole('main').getByText('er ikke sendt endnu og står her stadig.')).toBeVisible();
	await expect(remark).toHaveValue('Jorden er købt.');
	await expect(page.getByLabel('Ny kommentar')).toHaveValue('Spørg Natur.');
});

test('keeping what somebody else has saved drops no comment @no-script', async ({ page, context }, { project }) => {
	const address = `/${getSlug(project.name)}/runde/2024/3`;
	const find = (where: Page) => where.getByRole('textbox', { name: 'Bemærkning', exact: true });
	await page.goto(address);
	const other = await context.newPage();
	await other.goto(address);
	await find(other).fill('Gemt imens.');
	await save(other).click();
	await expect(other.getByText('1 indsats er rettet.').first()).toBeVisible();
	await find(page).fill('Skrevet imod.');
	await page.getByLabel('Ny kommentar').fill('Spørg Natur.');
	await save(page).click();
	await page.getByRole('button', { name: 'Behold den gemte' }).click();
	await expect(find(page)).toHaveValue('Gemt imens.');
	await expect(page.getByLabel('Ny kommentar')).toHaveValue('Spørg Natur.');
});

test('undoing on the board drops nothing that is typed there @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/runde/2024?ret=3`);
	const remark = page.getByRole('textbox', { name: 'Bemærkning', exact: true });
	await remark.fill('Rettet på tavlen.');
	await save(page).click();
	await expect(page.getByText('1 indsats er rettet.').first()).toBeVisible();
	const done = page.url().split('#')[0] ?? '';
	await page.goto(`${done}&ret=1`);
	await remark.fill('Skrevet og ikke gemt.');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByRole('main').getByText('Der står en tekst i et andet felt').first()).toBeVisible();
	await expect(remark).toHaveValue('Skrevet og ikke gemt.');
	await page.goto(`${done}&vaelg=alle`);
	await page.getByText('Send tilbage', { exact: true }).first().click();
	await page.getByLabel(/Hvad mangler\?/).fill('Skriv mere.');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByRole('main').getByText('Der står en tekst i et andet felt').first()).toBeVisible();
	await expect(page.getByLabel(/Hvad mangler\?/)).toHaveValue('Skriv mere.');
	await page.getByLabel(/Hvad mangler\?/).fill('');
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(page.getByRole('row', { name: /Skovrejsning/ })).toContainText('Gemt imens.');
});
