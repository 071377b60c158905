import { expect, test, type Page } from '@playwright/test';
import { checkAccessibleOnAll } from './check-accessible.ts';

// The projects run side by side on one database: each works with people of its own.
const marks: Readonly<Record<string, string>> = { wide: 'Bred', 'no script': 'Uden', narrow: 'Smal' };
const getMark = (project: string) => marks[project] ?? 'Anden';

async function add(page: Page, name: string, email: string, numbers = ''): Promise<void> {
	await page.goto('/ballerup/personer/ny');
	await page.getByLabel('Navn').fill(name);
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Indsatser, personen svarer for').fill(numbers);
	await page.getByRole('button', { name: 'Gem' }).click();
}

test('a coordinator adds somebody, lets a stand-in act, and hands everything over when the person leaves @no-script', async ({ page }, {
	project,
}) => {
	const mark = getMark(project.name);
	const name = `Prøveperson ${mark}`;
	await add(page, name, 'uden@punktum', '1.1');
	await expect(page.getByRole('alert')).toContainText('E-mailadressen er ikke skrevet rigtigt');
	await expect(page.getByLabel('Navn')).toHaveValue(name);
	await page.getByLabel('E-mail').fill(`${mark.toLowerCase()}@example.org`);
	await page.getByLabel('Indsatser, personen svarer for').fill('1.1, 2.2');
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText(`${name} er gemt`);

	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Indsatser 2' })).toBeVisible();
	await page.getByLabel('Hvem').selectOption({ label: 'Birk Skitse' });
	await page.getByLabel('Sidste dag').fill('2199-12-31');
	await page.getByRole('button', { name: 'Tilføj stedfortræder' }).click();
	await expect(page.getByText(/Birk Skitse, fra .* til/)).toBeVisible();

	await page.getByRole('link', { name: `${name} stopper` }).click();
	await expect(page.getByText('2 indsatser', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Giv videre, og luk adgangen' }).click();
	await expect(page.getByRole('alert')).toContainText('Vælg, hvem der tager over');
	await page.getByLabel('Hvem tager over?').selectOption({ label: 'Clara Kladde' });
	await page.getByRole('button', { name: 'Giv videre, og luk adgangen' }).click();
	await expect(page.getByRole('status')).toContainText(`${name} er stoppet`);
	await page.getByText(/\d+ er stoppet$/).click();
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('button', { name: 'Personen er tilbage' })).toBeVisible();
	const file = await page.request.get((await page.getByRole('link', { name: 'Hent alle oplysninger' }).getAttribute('href')) ?? '');
	expect(file.headers()['cache-control']).toBe('no-store');
	expect(await file.json()).toMatchObject({ format: 'fremdrift-person-1', data: { person: [{ name }] } });
});

test('a list is looked through, corrected row by row and stored whole @no-script', async ({ page }, { project }) => {
	const mark = getMark(project.name);
	const email = `liste.${mark.toLowerCase()}@example.org`;
	await page.goto('/ballerup/personer/indlaes');
	const lines = ['Navn;E-mail;Enhed;Rolle;Indsatser', `Listeperson ${mark};${email};;Leder;999`, ';intet.navn@example.org;;;'];
	await page.getByLabel('Fil').setInputFiles({ name: 'personer.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
	await page.getByRole('button', { name: 'Se listen igennem' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('2 rækker kan ikke bruges');
	await expect(alert).toContainText('Række 2: Planen har ingen indsats 999.');
	await expect(alert).toContainText('Række 3: Navnet mangler.');
	await page.getByLabel('Ret listen').fill([lines[0], `Listeperson ${mark};${email};;Leder;7.1`].join('\n'));
	// Other tests change persons beside this one. Then nothing is stored, and the page asks for another look, as it should.
	await expect(async () => {
		await page.getByRole('button', { name: 'Se listen igennem' }).click();
		await expect(page.getByText('Personer: 1 ny, 0 ændrede og 0 uændrede.')).toBeVisible();
		await page.getByRole('button', { name: 'Gem 1 person' }).click();
		await expect(page.getByRole('status')).toContainText('Listen er gemt', { timeout: 4000 });
	}).toPass({ timeout: 20_000 });
	// Going back and on again sends nothing once more.
	if (project.name !== 'no script') {
		await page.goBack();
		await expect(page.getByLabel('Fil')).toBeVisible();
	}
	await page.goto('/ballerup/personer');
	await expect(page.getByRole('link', { name: `Listeperson ${mark}`, exact: true })).toBeVisible();
});

test('a unit is added below another and gets its initiatives and owners at once @no-script', async ({ page }, { project }) => {
	const unit = `Enhed ${getMark(project.name)}`;
	const number = project.name === 'no script' ? '3.1' : '3.2';
	await page.goto('/ballerup/personer/enheder');
	const form = page.getByRole('region', { name: 'Tilføj en enhed' });
	await form.getByLabel('Navn').fill(unit);
	await form.getByLabel('Hører under').selectOption({ label: 'Prøveenhed Energi' });
	await form.getByRole('button', { name: 'Tilføj enheden' }).click();
	await expect(page.getByRole('status')).toContainText('Enheden er gemt');

	await page.goto('/ballerup/personer/ejere');
	await page.getByRole('checkbox', { name: new RegExp(`^${number.replace('.', '\\.')} `) }).check();
	await page.getByLabel('Flyt til enhed').selectOption({ label: `– ${unit}` });
	await page.getByRole('button', { name: 'Flyt til enhed' }).click();
	await expect(page.getByRole('status')).toContainText('1 indsats er ændret');

	await page.getByLabel('Enhed', { exact: true }).selectOption({ label: `– ${unit}` });
	await page.getByRole('button', { name: 'Vis', exact: true }).click();
	await expect(page.getByText('1 af 101 indsatser')).toBeVisible();
	await page.getByLabel('Alle 1 på listen').check();
	await page.getByRole('checkbox', { name: 'Dag Prøvetryk' }).check();
	await page.getByRole('button', { name: 'Lad netop dem svare' }).click();
	await expect(page.getByRole('listitem').getByRole('link', { name: 'Dag Prøvetryk' })).toBeVisible();
});

test('the responsible bodies of a plan become units in one step, several spellings as one @no-script', async ({ page }, { project }) => {
	const slug = project.name === 'no script' ? 'thisted' : 'toender';
	const bodies = ['Teknik og miljø', 'Teknik og Miljø', 'Teknik og miljø - Natur', 'Økonomi'];
	const rows = bodies.map((body, at) => `${at + 1};Indsats ${at + 1};I gang;${body}`);
	await page.goto(`/${slug}/import`);
	const buffer = Buffer.from(['Nr.;Indsats;Igangsat;Hovedansvarlig aktør', ...rows].join('\r\n'));
	await page.getByLabel('Dokument').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer });
	await page.getByLabel('Opfølgningens år').fill('2024');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 4 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
	await page.goto(`/${slug}/personer/enheder`);
	await expect(page.getByText('Stavet på 2 måder')).toBeVisible();
	await page.getByLabel('Enhedens navn: Økonomi').fill('Økonomi og stab');
	await page.getByText('Tag med: Teknik og miljø - Natur').click();
	await page.getByRole('button', { name: 'Opret 3 enheder af planen' }).click();
	await expect(page.getByRole('status')).toContainText('Enhederne er oprettet');
	await expect(page.getByRole('heading', { name: 'Økonomi og stab' })).toBeVisible();
	await page.getByRole('button', { name: 'Opret 1 enhed af planen' }).click();
	await expect(page.getByRole('heading', { name: 'Teknik og miljø - Natur' })).toBeVisible();
});

const pages = ['', '/ny', '/enheder', '/ejere', '/indlaes', '/opbevaring'];
test('the pages of people are accessible in light and dark, wide and on a phone, and fit 320 points', async ({ page }) => {
	test.slow();
	const check = async (address: string) => {
		await page.goto(address);
		await checkAccessibleOnAll(page);
	};
	for (const one of pages) await check(`/soroe/personer${one}`);
	await page.goto('/soroe/personer');
	const person = (await page.getByRole('link', { name: 'Karen Formular' }).getAttribute('href')) ?? '';
	await check(person);
	await check(`/en${person}/giv-videre`);
});
