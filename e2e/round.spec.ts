import { expect, test, type Page } from '@playwright/test';
import { checkAccessible, checkAccessibleOnAll } from './check-accessible.ts';

// A round has one course: what follows builds on what was before, in a municipality of its own for each project.
test.describe.configure({ mode: 'serial' });

const municipalities: Readonly<Record<string, string>> = { wide: 'solroed', narrow: 'holbaek', 'no script': 'kalundborg' };
const rows = [
	'Nr.;Afsnit;Indsats;Startdato;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Hovedansvarlig aktør',
	'1;Energi;Solceller på haller;01-03-2024;I gang;Prioriteret;grøn;gul;Taget på hallen er klar.;Teknik',
	'2;Transport;Elbiler i hjemmeplejen;01-05-2024;Delvist i gang;Prioriteret;gul;gul;Ti biler er købt.;Ældre',
	'3;Natur;Skovrejsning;;Ikke igangsat;Planlagt prioriteret;hvid;;Afventer jord.;Natur',
	'4;Natur;Lavbundsjord;;Ikke igangsat;Prioriteret;rød;;Intet er aftalt.;Natur',
];

async function getSlug(page: Page, project: string): Promise<string> {
	const slug = municipalities[project] ?? 'solroed';
	await page.goto(`/${slug}/runde`);
	return slug;
}

/** What has been done, where it is seen: it is also said to those who do not see the page. */
const getNotice = (page: Page, text: string) => page.getByRole('main').getByText(text);

test('a round is opened with what was asked last, and says who answers @narrow @no-script', async ({ page }, { project }) => {
	const slug = municipalities[project.name] ?? 'solroed';
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 4 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();

	await page.getByRole('navigation', { name: 'Kommunens sider' }).getByRole('link', { name: 'Runde' }).click();
	await page.getByRole('link', { name: 'Åbn en runde' }).click();
	await expect(page.getByLabel('År', { exact: true })).toHaveValue('2024');
	await expect(page.getByText('4 indsatser har ingen at spørge.')).toBeVisible();
	await page.getByLabel('Bemærkningens længde').fill('200');
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();
	await expect(page.getByText('4 af 4 indsatser')).toBeVisible();

	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
});

test('one is edited in place, and the edit is undone @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024`);
	await page.getByRole('link', { name: 'Ret 1', exact: true }).click();
	const row = page.locator('tr.editing');
	await row.getByLabel('Igangsat').selectOption({ label: 'I gang' });
	await row.getByLabel('Planmæssig fremdrift').selectOption({ label: 'Grøn' });
	await row.getByLabel('Målopfyldelse', { exact: true }).selectOption({ label: 'Gul' });
	await row.getByLabel('Bemærkning').fill('Anlægget er sat op.');
	await row.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getNotice(page, '1 indsats er rettet.')).toBeVisible();
	const saved = page.getByRole('row', { name: /Solceller på haller/ });
	await expect(saved).toContainText('Grøn');
	await expect(saved).toContainText('Besvaret');

	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(getNotice(page, 'Det er fortrudt.')).toBeVisible();
	await expect(saved).toContainText('Venter på svar');
});

test('many are changed at once, accepted, and one is sent back @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024`);
	await page.getByRole('link', { name: 'Vælg alle viste' }).click();
	const bulk = page.getByRole('form', { name: 'Gør noget ved de valgte indsatser' });
	await bulk.getByText('Ret status og farver').click();
	await bulk.getByLabel('Igangsat').selectOption({ label: 'I gang' });
	await bulk.getByLabel('Planmæssig fremdrift').selectOption({ label: 'Grøn' });
	await bulk.getByLabel('Målopfyldelse').selectOption({ label: 'Gul' });
	await bulk.getByRole('button', { name: 'Ret de valgte' }).click();
	await expect(getNotice(page, '4 indsatser er rettet.')).toBeVisible();
	const last = page.getByText('Din seneste ændring af flere på én gang: 4 indsatser rettet');
	await expect(last).toHaveCount(0);
	await page.goto(`/${slug}/runde/2024`);
	await expect(last).toBeVisible();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(getNotice(page, 'Det er fortrudt.')).toBeVisible();
	await expect(last).toHaveCount(0);
	await page.getByRole('link', { name: 'Vælg alle viste' }).click();
	await bulk.getByText('Ret status og farver').click();
	await bulk.getByLabel('Igangsat').selectOption({ label: 'I gang' });
	await bulk.getByLabel('Planmæssig fremdrift').selectOption({ label: 'Grøn' });
	await bulk.getByLabel('Målopfyldelse').selectOption({ label: 'Gul' });
	await bulk.getByRole('button', { name: 'Ret de valgte' }).click();
	await expect(getNotice(page, '4 indsatser er rettet.')).toBeVisible();

	for (const [number, remark] of [
		['1', 'Anlægget er sat op.'],
		['2', 'Tolv biler er købt.'],
	] as const) {
		await page.goto(`/${slug}/runde/2024/${number}`);
		await page.getByLabel('Bemærkning', { exact: true }).fill(remark);
		await page.getByRole('button', { name: 'Gem', exact: true }).click();
		await expect(getNotice(page, '1 indsats er rettet.')).toBeVisible();
	}
	await page.getByText('Send tilbage', { exact: true }).first().click();
	await page.getByLabel(/Hvad mangler\?/).fill('Hvor mange biler mangler endnu?');
	await page.getByRole('button', { name: 'Send tilbage' }).click();
	await expect(page.getByRole('region', { name: 'Kommentarer' })).toContainText('Hvor mange biler mangler endnu?');
	await page.goto(`/${slug}/runde/2024`);
	await page.getByRole('checkbox', { name: 'Vælg indsats 1', exact: true }).check();
	await page.getByRole('button', { name: 'Godkend', exact: true }).click();
	await expect(getNotice(page, '1 svar er godkendt.')).toBeVisible();
	await expect(page.getByRole('row', { name: /Solceller på haller/ })).toContainText('Godkendt');
	await expect(page.getByRole('row', { name: /Elbiler i hjemmeplejen/ })).toContainText('Sendt tilbage');
});

test('the second of two who save sees both texts and chooses @narrow @no-script', async ({ page, context }, { project }) => {
	const slug = await getSlug(page, project.name);
	const other = await context.newPage();
	await page.goto(`/${slug}/runde/2024/3`);
	await other.goto(`/${slug}/runde/2024/3`);
	await other.getByLabel('Bemærkning', { exact: true }).fill('Den anden har skrevet dette.');
	await other.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getNotice(other, '1 indsats er rettet.')).toBeVisible();

	await page.getByLabel('Bemærkning', { exact: true }).fill('Jeg har skrevet noget andet.');
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByRole('alert').first()).toContainText('En anden har gemt imens');
	await expect(page.getByRole('cell', { name: 'Den anden har skrevet dette.' })).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Jeg har skrevet noget andet.' })).toBeVisible();
	if (project.name !== 'no script') await checkAccessible(page);
	// Only the button that says so writes over the other's.
	const mine = page.getByRole('button', { name: 'Gem min i stedet' });
	await expect(page.getByRole('button', { name: 'Gem og næste' })).toHaveCount(0);
	if (project.name !== 'no script') {
		await page.getByLabel('Bemærkning', { exact: true }).press('Control+Enter');
		await expect(mine).toBeFocused();
	}
	await mine.click();
	await expect(getNotice(page, '1 indsats er rettet.')).toBeVisible();
	await expect(page.getByLabel('Bemærkning', { exact: true })).toHaveValue('Jeg har skrevet noget andet.');
});

test('what is typed and not saved is kept when the answer is accepted or sent back @narrow @no-script', async ({ page, context }, {
	project,
}) => {
	const slug = await getSlug(page, project.name);
	const [remark, notSaved] = [page.getByLabel('Bemærkning', { exact: true }), 'Du har rettet svaret uden at gemme.'];
	await page.goto(`/${slug}/runde/2024/3`);
	for (const button of ['Godkend', 'Godkend og næste', 'Send tilbage']) {
		await remark.fill('Skrevet, men ikke gemt.');
		if (button === 'Send tilbage') {
			await page.getByText(button, { exact: true }).first().click();
			await page.getByLabel(/Hvad mangler\?/).fill('Hvor meget jord?');
		}
		await page.getByRole('button', { name: button, exact: true }).click();
		await expect(page.getByRole('alert').filter({ hasText: notSaved })).toBeVisible();
		await expect(remark).toHaveValue('Skrevet, men ikke gemt.');
		await expect(page.getByText('1 svar er godkendt.')).toHaveCount(0);
	}
	await expect(page.getByLabel(/Hvad mangler\?/)).toHaveValue('Hvor meget jord?');

	const other = await context.newPage();
	await other.goto(`/${slug}/runde/2024/3`);
	await other.getByLabel('Bemærkning', { exact: true }).fill('Den anden var først.');
	await other.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getNotice(other, '1 indsats er rettet.')).toBeVisible();
	// Nobody accepts what they are about to send back.
	await page.getByLabel(/Hvad mangler\?/).fill('');
	await page.getByRole('button', { name: 'Godkend', exact: true }).click();
	await expect(page.getByRole('cell', { name: 'Den anden var først.' })).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Skrevet, men ikke gemt.' })).toBeVisible();
	await page.getByRole('button', { name: 'Gem min i stedet' }).click();
	await expect(getNotice(page, '1 indsats er rettet.')).toBeVisible();
	await expect(remark).toHaveValue('Skrevet, men ikke gemt.');
	// What is stored is accepted.
	await page.getByRole('button', { name: 'Godkend', exact: true }).click();
	await expect(getNotice(page, '1 svar er godkendt.')).toBeVisible();
	await page.getByRole('button', { name: 'Fortryd' }).click();
	await expect(getNotice(page, 'Det er fortrudt.')).toBeVisible();
});

test('a change of many that meets another save names it, and keeps what was chosen @narrow @no-script', async ({ page, context }, {
	project,
}) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024?vaelg=alle`);
	const other = await context.newPage();
	await other.goto(`/${slug}/runde/2024/4`);
	await other.getByLabel('Bemærkning', { exact: true }).fill('Skrevet imens.');
	await other.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(getNotice(other, '1 indsats er rettet.')).toBeVisible();
	const bulk = page.getByRole('form', { name: 'Gør noget ved de valgte indsatser' });
	await bulk.getByText('Ret status og farver').click();
	await bulk.getByLabel('Målopfyldelse').selectOption({ label: 'Rød' });
	await bulk.getByRole('button', { name: 'Ret de valgte' }).click();
	await expect(getNotice(page, '4 blev ændret af en anden imens. Intet er ændret. Se 4, og prøv igen.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Gå til indsats 4' })).toBeVisible();
	if (project.name !== 'no script') await expect(page.locator('.refused')).toBeFocused();
	await expect(page.getByRole('checkbox', { name: 'Vælg indsats 2', exact: true })).toBeChecked();
	await expect(bulk.getByLabel('Målopfyldelse')).toHaveValue('red');
});

test('what is typed in a row is not thrown away without asking', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024?ret=3`);
	const row = page.locator('tr.editing');
	const remark = row.getByLabel('Bemærkning');
	const question = row.getByText('Du har rettet svaret uden at gemme.');
	await expect(question).toBeHidden();
	await remark.fill('Skrevet i rækken.');
	await remark.press('Escape');
	await expect(question).toBeVisible();
	await expect(row.getByRole('button', { name: 'Skriv videre' })).toBeFocused();
	await checkAccessible(page);
	await page.keyboard.press('Escape');
	await expect(question).toBeHidden();
	await expect(remark).toBeFocused();
	await expect(remark).toHaveValue('Skrevet i rækken.');
	for (const link of ['Annullér', 'Ret 2']) {
		await page.getByRole('link', { name: link, exact: true }).click();
		await expect(question).toBeVisible();
		await row.getByRole('button', { name: 'Skriv videre' }).click();
	}
	await remark.press('Escape');
	await row.getByRole('link', { name: 'Kassér det, du har skrevet' }).click();
	await expect(row).toHaveCount(0);
	await expect(page.getByText('Skrevet i rækken.')).toHaveCount(0);
	// Where nothing was changed nothing is asked.
	await page.getByRole('link', { name: 'Ret 3', exact: true }).click();
	await remark.press('Escape');
	await expect(row).toHaveCount(0);
});

test('the table is filtered and sorted @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024`);
	await page.getByLabel('Vis', { exact: true }).selectOption('godkendt');
	if (project.name === 'no script') await page.getByRole('button', { name: 'Vis', exact: true }).click();
	await expect(page.getByText('1 af 4 indsatser')).toBeVisible();
	await page.getByRole('link', { name: 'Vis alle' }).click();
	await page.getByRole('table').getByRole('link', { name: 'Nr.' }).click();
	await page.getByRole('table').getByRole('link', { name: /Nr\./ }).click();
	await expect(page.getByRole('rowheader').first()).toContainText('Lavbundsjord');
});

test('the whole table is worked through by keyboard', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024`);
	await page.keyboard.press('j');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('tr:focus')).toContainText('Elbiler i hjemmeplejen');
	await page.keyboard.press('e');
	const remark = page.locator('tr.editing').getByLabel('Bemærkning');
	await expect(page.locator('tr.editing').getByLabel('Igangsat')).toBeFocused();
	await remark.fill('Femten biler er købt.');
	await remark.press('Control+Enter');
	await expect(page.locator('tr.editing')).toContainText('Skovrejsning');
	await page.keyboard.press('Escape');
	await expect(page.locator('tr.editing')).toHaveCount(0);
	await expect(page.getByRole('row', { name: /Elbiler i hjemmeplejen/ })).toContainText('Femten biler er købt.');
	await page.keyboard.press('x');
	await expect(page.getByText('1 valgt')).toBeVisible();
	await page.keyboard.press('k');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/${slug}/runde/2024/2`);
	// The address is another before the page that it leads to listens to keys.
	await page.waitForLoadState();
	await page.keyboard.press('j');
	await expect(page).toHaveURL(`/${slug}/runde/2024/3`);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();
});

test('the plan changes in the round, and an initiative taken out is put back @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/indsatser/ny`);
	await page.getByLabel('Nummer', { exact: true }).fill('5');
	await page.getByLabel('Indsats', { exact: true }).fill('Fælles varmepumper');
	await page.getByRole('button', { name: 'Føj til planen' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /5 Fælles varmepumper/ })).toBeVisible();

	await page.goto(`/${slug}/indsatser/5/ret`);
	await page.getByLabel('Sektor').fill('Varme');
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByText('Planen er ændret.')).toBeVisible();
	await page.getByLabel('Verdensmål (1-17)').fill('7, 13');
	await page.getByRole('button', { name: 'Gem udvalg, temaer og verdensmål' }).click();
	await expect(page.getByLabel('Verdensmål (1-17)')).toHaveValue('7; 13');
	await page.getByText('Giv et nyt nummer').first().click();
	await page.getByLabel('Nyt nummer').fill('6a');
	await page.getByRole('button', { name: 'Giv et nyt nummer' }).click();
	await expect(page).toHaveURL(/indsatser\/6a\/ret/);
	// The old number leads on, on the board as on the owner's page.
	await page.goto(`/${slug}/runde/2024/5`);
	await expect(page.getByRole('heading', { level: 1, name: /6a Fælles varmepumper/ })).toBeVisible();
	await expect(getNotice(page, 'Indsats 5 er nu indsats 6a.')).toBeVisible();

	await page.goto(`/${slug}/indsatser/4/ret`);
	await page.getByText('Tag ud af planen').first().click();
	const form = page.locator('form[action="?/takeOut"]');
	await form.getByLabel('Beslutning').fill('Udvalget besluttede at standse indsatsen');
	await form.getByLabel('Sagsnummer').fill('24-1234');
	await form.getByRole('button', { name: 'Tag ud af planen' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Ændringer i planen i denne runde' })).toContainText('sag 24-1234');
	await page.getByRole('button', { name: 'Sæt 4 ind igen' }).click();
	await expect(page.getByRole('row', { name: /Lavbundsjord/ })).toBeVisible();
	const events = page.getByRole('region', { name: 'Ændringer i planen i denne runde' });
	await expect(events.getByRole('listitem').filter({ hasText: 'Udgået: 4 Lavbundsjord' })).toContainText('taget tilbage igen');
	await expect(events.getByText('Sat ind igen: 4 Lavbundsjord')).toBeVisible();
	await expect(events.getByText('Ikke oplyst')).toHaveCount(0);
});

test('an initiative that was split and not kept is put back @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/indsatser/3/ret`);
	await page.getByText('Del op i flere').first().click();
	const form = page.locator('form[action="?/split"]');
	// Many were changed at once above: there is an answer that stays behind.
	await expect(form).toContainText('Der er allerede et svar for 2024 om indsats 3.');
	await form.getByLabel('Nr.').first().fill('3a');
	await form.getByLabel('Indsats', { exact: true }).first().fill('Skovrejsning ved søen');
	await form.getByText('Behold også indsats 3').click();
	await form.getByRole('button', { name: 'Del op i flere' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Ret indsats 3a' })).toBeVisible();
	await page.goto(`/${slug}/runde/2024/3`);
	await expect(page.getByText('Indsats 3 er delt op')).toBeVisible();
	await page.getByRole('link', { name: 'Gå til indsats 3a' }).click();
	await expect(page.getByText('Det seneste svar om 3, som indsatsen er udskilt fra (2024)')).toBeVisible();
	const years = page.getByRole('region', { name: 'Tidligere år' });
	await expect(years.getByRole('heading', { name: '2024 som del af 3 · kommer ikke med i rapporten' })).toBeVisible();
	await expect(years.getByRole('heading', { name: '2023 som del af 3' })).toBeVisible();
	await page.goto(`/${slug}/runde/2024`);
	await expect(page.getByRole('link', { name: 'Ret 3', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Sæt 3 ind igen' }).click();
	const beside = '3 er sat ind igen, men 3a, som den blev delt op i, står stadig i planen ved siden af den.';
	await expect(page.getByRole('status').filter({ hasText: beside })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ret 3', exact: true })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ret 3a', exact: true })).toBeVisible();
	const events = page.getByRole('region', { name: 'Ændringer i planen i denne runde' });
	await expect(events).toContainText(`${beside} Tag 3a ud`);
	for (const number of ['3', '3a']) {
		await page.goto(`/${slug}/runde/2024/${number}`);
		await expect(events).toContainText(`${beside} Tag 3a ud`);
		await page.goto(`/${slug}/indsatser/${number}`);
		await expect(page.getByRole('region', { name: 'Hvor indsatsen kommer fra' })).toContainText('3 blev sat ind i planen igen.');
	}
	// As it was before: what comes after counts on it.
	await page.goto(`/${slug}/runde/2024`);
	await events.getByRole('link', { name: 'Tag 3a ud' }).click();
	await page.getByLabel('Beslutning', { exact: true }).fill('Delt ved en fejl');
	await page.locator('form[action="?/takeOut"] button').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Statusrunde 2024' })).toBeVisible();
	await page.goto(`/${slug}/indsatser/3`);
	await page.getByRole('link', { name: '3a Skovrejsning ved søen' }).click();
	await expect(getNotice(page, 'kom ind i planen i runden 2024 og gik ud igen i samme runde')).toBeVisible();
});

test('a round goes on to a meeting, and back with a reason @narrow @no-script', async ({ page }, { project }) => {
	const slug = await getSlug(page, project.name);
	await page.goto(`/${slug}/runde/2024`);
	const stage = page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]');
	for (const [button, name] of [
		['Gå til gennemgang', 'Gennemgang'],
		['Godkend runden', 'Godkendt'],
	] as const) {
		await page.getByText(button).first().click();
		await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
		await expect(stage).toContainText(name);
	}
	await page.getByText('Runden er forelagt').first().click();
	await page.getByLabel('Forelagt for').fill('Klimaudvalget');
	await page.getByLabel('Mødets dato').fill('2025-03-11');
	await page.getByRole('button', { name: 'Gem mødet' }).click();
	await expect(stage).toContainText('Klimaudvalget');
	await page.getByText('Tag et trin tilbage').click();
	await page.getByLabel('Tilbage til').selectOption({ label: 'Gennemgang' });
	await page.getByLabel('Begrundelse', { exact: true }).fill('Udvalget vil have tal med');
	await page.getByRole('button', { name: 'Gå tilbage' }).click();
	await expect(stage).toContainText('Gennemgang');
});

for (const path of [
	'runde',
	'runde/2024',
	'runde/2024?ret=2',
	'runde/2024?vaelg=alle',
	'runde/2024/1',
	'indsatser/ny',
	'indsatser/1/ret',
]) {
	test(`${path} of a round is accessible, wide and on a phone`, async ({ page }, { project }) => {
		await page.goto(`/${municipalities[project.name]}/${path}`);
		await checkAccessibleOnAll(page);
	});
}

test('the round is there in English @narrow', async ({ page }, { project }) => {
	await page.goto(`/en/${municipalities[project.name]}/runde/2024`);
	await expect(page.getByRole('heading', { level: 1, name: 'Status round 2024' })).toBeVisible();
});
