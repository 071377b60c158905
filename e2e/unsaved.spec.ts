import { expect, test, type Page } from '@playwright/test';
import { checkAccessible, checkFits } from './check-accessible.ts';

// A round has one course: what follows builds on what was before, in a municipality of its own for each project.
test.describe.configure({ mode: 'serial' });

const municipalities: Readonly<Record<string, string>> = { wide: 'gladsaxe', narrow: 'herlev', 'no script': 'ishoej' };
const getSlug = (project: string) => municipalities[project] ?? 'gladsaxe';
const rows = [
	'Nr.;Afsnit;Indsats;Startdato;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Hovedansvarlig aktør',
	'1;Energi;Solceller på haller;01-03-2024;I gang;Prioriteret;grøn;gul;Taget på hallen er klar.;Teknik',
	'2;Transport;Elbiler i hjemmeplejen;01-05-2024;Delvist i gang;Prioriteret;gul;gul;Ti biler er købt.;Ældre',
	'3;Natur;Skovrejsning;;I gang;Prioriteret;grøn;gul;Afventer jord.;Natur',
];
const getRemark = (page: Page) => page.getByRole('textbox', { name: 'Bemærkning', exact: true });
const getComment = (page: Page) => page.getByLabel('Ny kommentar');
/** What has been done, where it is seen: it is also said to those who do not see the page. */
const getNotice = (page: Page, text: string) => page.getByRole('main').getByText(text);

test('a round is opened @narrow @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await page.goto(`/${slug}/personer/ny`);
	await page.getByLabel('Navn').fill('Prøveperson Kollega');
	await page.getByLabel('E-mail').fill(`kollega.${slug}@example.org`);
	await page.getByRole('button', { name: 'Gem' }).click();
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
});

test('"unchanged" is not taken while a new answer is typed beside it @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/svar/2024/1`);
	const remark = page.getByLabel('Hvad er der sket siden sidst?');
	await remark.fill('Skrevet, men ikke gemt.');
	if (project.name !== 'no script') await expect(page.getByText(/^Gemt kl\. /)).toBeVisible();
	else {
		await page.getByRole('button', { name: 'Uændret siden 2023' }).click();
		await expect(page.getByRole('alert')).toContainText('Du har skrevet et nyt svar, så det er ikke uændret.');
		await expect(remark).toHaveValue('Skrevet, men ikke gemt.');
		await page.getByRole('button', { name: 'Gem kladde' }).click();
		await expect(remark).toHaveValue('Skrevet, men ikke gemt.');
	}
	await page.getByRole('radio', { name: 'I gang', exact: true }).focus();
	// Enter in the form sends the answer itself, not the button above it.
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Svaret er ikke sendt');
	await expect(remark).toHaveValue('Skrevet, men ikke gemt.');
	await page.getByRole('button', { name: 'Uændret siden 2023' }).click();
	await expect(page.getByText('Svaret om indsats 1 er sendt.')).toBeVisible();
});

test('no button on the page of one initiative drops what another one sends @narrow @no-script', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/runde/2024/2`);
	await getRemark(page).fill('Tolv biler er købt.');
	await getComment(page).fill('Spørg Ældre.');
	const refused = page.getByRole('alert').filter({ hasText: 'Du har rettet svaret uden at gemme.' });
	const press = async (name: string) => page.getByRole('button', { name, exact: true }).click();
	for (const name of ['Uændret', 'Gem, hvem der spørges', 'Gem kommentaren']) {
		if (name === 'Gem, hvem der spørges') {
			await page.getByText('Ret, hvem der spørges').click();
			await page.getByLabel(/Prøveperson Kollega/).check();
		}
		await press(name);
		await expect(refused).toBeVisible();
		await expect(getRemark(page)).toHaveValue('Tolv biler er købt.');
		await expect(getComment(page)).toHaveValue('Spørg Ældre.');
	}
	if (project.name !== 'no script') {
		await checkAccessible(page);
		await checkFits(page);
	}
	await press('Gem og næste');
	await expect(getNotice(page, 'er ikke sendt endnu og står her stadig.')).toBeVisible();
	await expect(getRemark(page)).toHaveValue('Tolv biler er købt.');
	await press('Gem kommentaren');
	await expect(page.getByRole('region', { name: 'Kommentarer' }).getByRole('listitem')).toContainText('Spørg Ældre.');
	await expect(getComment(page)).toHaveValue('');

	await page.getByLabel('Planmæssig fremdrift').selectOption('Grøn');
	await page.getByLabel('Igangsat').selectOption('I gang');
	await page.getByLabel('Målopfyldelse', { exact: true }).selectOption('Gul');
	await press('Gem');
	await page.getByText('Send tilbage', { exact: true }).first().click();
	const missing = page.getByLabel(/Hvad mangler\?/);
	await missing.fill('Hvor mange?');
	await press('Godkend');
	await expect(page.getByRole('alert')).toContainText('Der står en tekst i et andet felt');
	await expect(missing).toHaveValue('Hvor mange?');
	await getRemark(page).fill('Tolv biler er købt, otte mangler.');
	await press('Gem');
	await expect(missing).toHaveValue('Hvor mange?');
	await expect(getRemark(page)).toHaveValue('Tolv biler er købt, otte mangler.');
	await press('Send tilbage');
	await expect(page.getByRole('region', { name: 'Kommentarer' })).toContainText('Hvor mange?');
});

test('what is done to many drops no text of another panel @no-script', async ({ page }, { project }) => {
	await page.goto(`/${getSlug(project.name)}/runde/2024?vaelg=alle`);
	const bulk = page.getByRole('form', { name: 'Gør noget ved de valgte indsatser' });
	await bulk.getByText('Send tilbage', { exact: true }).first().click();
	await bulk.getByLabel(/Hvad mangler\?/).fill('Skriv mere.');
	await bulk.getByRole('button', { name: 'Uændret' }).click();
	await expect(getNotice(page, 'Der står en tekst i et andet felt')).toBeVisible();
	await expect(bulk.getByLabel(/Hvad mangler\?/)).toHaveValue('Skriv mere.');
});

test('a page of the board with something typed is not left without asking', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	let asked = 0;
	page.on('dialog', (dialog) => {
		asked += 1;
		void dialog.dismiss();
	});
	const close = async () => {
		const before = asked;
		await page.evaluate(() => void setTimeout(() => location.reload(), 0));
		await expect(() => expect(asked).toBe(before + 1)).toPass();
	};
	for (const path of ['2024', '2024/3']) {
		await page.goto(`/${slug}/runde/${path}`);
		if (path === '2024') await page.getByRole('link', { name: 'Ret 3', exact: true }).click();
		await getRemark(page).pressSequentially('Skrevet i rækken.');
		await close();
		await expect(getRemark(page)).toHaveValue(/Skrevet i rækken\./);
		if (path === '2024') {
			// Back in the browser leaves the row as well.
			await page.goBack();
			await expect(page.getByText('Du har rettet svaret uden at gemme.')).toBeVisible();
			await expect(getRemark(page)).toHaveValue(/Skrevet i rækken\./);
			await page.getByRole('link', { name: 'Kassér det, du har skrevet' }).click();
			await expect(page.locator('tr.editing')).toHaveCount(0);
		} else {
			await page.getByRole('button', { name: 'Gem', exact: true }).click();
			await expect(getNotice(page, '1 indsats er rettet.')).toBeVisible();
		}
	}
	// Text of what is done to many is typed as well; nothing else is asked about.
	await page.goto(`/${slug}/runde/2024?vaelg=alle`);
	await page.getByText('Send tilbage', { exact: true }).first().click();
	await page.getByLabel(/Hvad mangler\?/).pressSequentially('Skriv mere.');
	await close();
	await page.getByLabel(/Hvad mangler\?/).fill('');
	await page.reload();
	expect(asked).toBe(3);
});

test('a tab with a reading guide that is typed and not saved is not closed without asking', async ({ page }, { project }) => {
	let asked = 0;
	page.on('dialog', (dialog) => {
		asked += 1;
		void dialog.dismiss();
	});
	await page.goto(`/${getSlug(project.name)}/laesevejledning`);
	const name = page.getByLabel('Navn', { exact: true });
	await name.pressSequentially('Vores læsevejledning');
	await page.evaluate(() => void setTimeout(() => location.reload(), 0));
	await expect(() => expect(asked).toBe(1)).toPass();
	await page.locator('.eyebrow a').click();
	await page.keyboard.press('Escape');
	await expect(page.getByText('Du har rettet læsevejledningen uden at gemme.')).toBeHidden();
	await expect(name).toHaveValue('Vores læsevejledning');
	// What is thrown away on purpose, or sent, is not asked about again.
	await page.locator('.eyebrow a').click();
	await page.getByRole('link', { name: 'Kassér det, du har skrevet' }).click();
	await expect(name).toHaveValue('');
	expect(asked).toBe(1);
});
