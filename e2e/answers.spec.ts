import { expect, test, type Browser, type Page } from '@playwright/test';
import { checkAccessible, checkFits } from './check-accessible.ts';
import { writeMailsNow } from './write-mails-now.ts';

// A round has one course: what follows builds on what was before, in a municipality of its own for each project.
test.describe.configure({ mode: 'serial' });

const municipalities: Readonly<Record<string, string>> = { wide: 'assens', narrow: 'middelfart', 'no script': 'nyborg' };
const rows = [
	'Nr.;Afsnit;Indsats;Startdato;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Hovedansvarlig aktør',
	'1;Energi;Solceller på haller;01-03-2024;I gang;Prioriteret;grøn;gul;Taget på hallen er klar.;Teknik',
	'2;Transport;Elbiler i hjemmeplejen;01-05-2024;Delvist i gang;Prioriteret;gul;gul;Ti biler er købt.;Ældre',
	'3;Natur;Skovrejsning;;Ikke igangsat;Planlagt prioriteret;hvid;;Afventer jord.;Natur',
];
const getSlug = (project: string) => municipalities[project] ?? 'assens';

/** Checks colours, structure and width where the page has script, which the checks themselves need. */
async function checkWhole(page: Page, isScripted = true): Promise<void> {
	if (!isScripted) return;
	await checkAccessible(page);
	const width = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 640 });
	await checkFits(page);
	if (width) await page.setViewportSize(width);
}

/** The link in the mail that the demo keeps in its outbox. */
async function findLink(page: Page, slug: string): Promise<string> {
	const link = page.locator(`a[href*="/${slug}/svar/link/"]`).first();
	await expect(async () => {
		await page.goto(`/${slug}/udbakke`);
		await expect(link).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: 100_000 });
	return (await link.getAttribute('href')) ?? '';
}

/** A browser of the owner's own, in which nobody is signed in. */
async function openOwner(browser: Browser, page: Page, isScripted: boolean): Promise<Page> {
	const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: isScripted, locale: 'da-DK' });
	return context.newPage();
}

let link = '';

test('a coordinator opens a round, and whom it asks gets a mail @narrow @no-script', async ({ page }, { project }) => {
	test.setTimeout(150_000);
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/import`);
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
	await page.getByLabel('Opfølgningens år').fill('2023');
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: 'Indlæs 3 indsatser' }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
	await page.goto(`/${slug}/personer/ny`);
	await page.getByLabel('Navn').fill('Prøveperson Ejer');
	await page.getByLabel('E-mail').fill(`ejer.${slug}@example.org`);
	await page.getByLabel('Indsatser, personen svarer for').fill('1, 2');
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText('Prøveperson Ejer er gemt');
	await page.goto(`/${slug}/runde/ny`);
	await page.getByRole('button', { name: 'Åbn runden' }).click();
	await page.getByText('Sæt indsamlingen i gang').first().click();
	await page.getByRole('button', { name: 'Fortsæt alligevel' }).click();
	await expect(page.getByRole('list', { name: 'Rundens trin' }).locator('[aria-current="step"]')).toContainText('Indsamling');
	// Mails are written by the minute. That the program does so by itself is seen in one project; the others do not wait for it.
	if (project.name !== 'wide') await writeMailsNow();
	link = await findLink(page, slug);
});

test('opening the link changes nothing, and its button leads to the own answers alone @narrow @no-script', async ({ page, browser }, {
	project,
}) => {
	const slug = getSlug(project.name);
	const isScripted = project.name !== 'no script';
	const owner = await openOwner(browser, page, isScripted);
	await owner.goto(`/${slug}/svar/2024`);
	await owner.goto(link);
	await owner.goto(link);
	expect(await owner.context().cookies()).toEqual([]);
	await checkWhole(owner, isScripted);
	await owner.getByRole('button', { name: 'Gå til dine svar' }).click();
	await expect(owner.getByText('Du har 2 indsatser.')).toBeVisible();
	await checkWhole(owner, isScripted);
	for (const path of ['runde', 'personer', 'udbakke', 'log', 'import']) {
		const answer = await owner.goto(`/${slug}/${path}`);
		const isRefused = (answer?.status() ?? 0) >= 400 || owner.url().includes('/login');
		expect(isRefused, path).toBe(true);
	}
	// Who may be more when signed in is told so, and comes back to the same page.
	await owner.goto(`/${slug}/runde/2024/mails?ord=invitation`);
	await expect(owner.getByText('Linket i en mail åbner kun for egne svar.')).toBeVisible();
	const way = await owner.getByRole('main').getByRole('link', { name: 'Log ind' }).getAttribute('href');
	expect(way).toBe(`/login?til=${encodeURIComponent(`/${slug}/runde/2024/mails?ord=invitation`)}`);
	await checkWhole(owner, isScripted);
	await owner.context().close();
});

test('an owner confirms one, answers another, and is thanked @narrow @no-script', async ({ page, browser }, { project }) => {
	const slug = getSlug(project.name);
	const isScripted = project.name !== 'no script';
	const owner = await openOwner(browser, page, isScripted);
	await owner.goto(link);
	await owner.getByRole('button', { name: 'Gå til dine svar' }).click();
	await owner.getByRole('link', { name: 'Begynd' }).click();
	await expect(owner.getByRole('heading', { level: 1 })).toContainText('1 Solceller på haller');
	await checkWhole(owner, isScripted);
	await owner.getByRole('button', { name: 'Uændret siden 2023' }).click();

	await expect(owner.getByRole('heading', { level: 1 })).toContainText('2 Elbiler i hjemmeplejen');
	await owner.getByRole('button', { name: 'Send svar' }).click();
	const summary = owner.getByRole('alert').filter({ hasText: 'Svaret er ikke sendt' });
	await expect(summary.getByRole('link')).toHaveText([
		'Vælg, hvor langt indsatsen er',
		'Vælg en farve for fremdrift',
		'Sig, om målet er nået, med en farve eller med ord',
		'Skriv, hvad der er sket siden sidst',
	]);
	await expect(owner.getByRole('radiogroup', { name: 'Hvor langt er indsatsen?' })).toHaveAttribute('aria-invalid', 'true');
	await expect(owner.getByLabel('Hvad er der sket siden sidst?')).toHaveAttribute('aria-invalid', 'true');
	await expect(owner.getByLabel('Hvad er der sket siden sidst?')).toHaveAccessibleDescription(/Skriv, hvad der er sket siden sidst/);
	await summary.getByRole('link', { name: 'Skriv, hvad der er sket siden sidst' }).click();
	await expect(owner.getByLabel('Hvad er der sket siden sidst?')).toBeFocused();
	await checkWhole(owner, isScripted);
	await owner.getByRole('radiogroup', { name: 'Hvor langt er indsatsen?' }).getByText('I gang', { exact: true }).click();
	// The plan came without a reading guide, so the colour is chosen.
	await owner.getByLabel('Planmæssig fremdrift').selectOption('Grøn');
	await owner.getByRole('radiogroup', { name: 'Er målet nået?' }).getByText('Gul').click();
	await owner.getByLabel('Hvad er der sket siden sidst?').fill('Tyve biler kører nu.');
	// What is filled in loses its mark as it is saved.
	if (isScripted) await expect(owner.getByLabel('Hvad er der sket siden sidst?')).not.toHaveAttribute('aria-invalid');
	await owner.getByRole('button', { name: 'Send svar' }).click();
	await expect(owner.getByRole('heading', { level: 1, name: 'Tak for dine svar' })).toBeVisible();
	await checkWhole(owner, isScripted);
	await owner.goto(`/${slug}/svar/2024/3`);
	await expect(owner.getByRole('button', { name: 'Send svar' })).toHaveCount(0);
	await owner.context().close();

	await page.goto(`/${slug}/runde/2024`);
	await expect(page.getByRole('main')).toContainText('Tyve biler kører nu.');
});

test('what is typed survives a closed tab and a lost connection', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/svar/2024/3`);
	const remark = page.getByLabel('Hvad er der sket siden sidst?');
	await remark.fill('Jorden er købt.');
	await expect(page.getByText(/^Gemt kl\. /)).toBeVisible();
	await page.reload();
	await expect(remark).toHaveValue('Jorden er købt.');

	await page.context().setOffline(true);
	await remark.fill('Jorden er købt og tilplantet.');
	await expect(page.getByText(/^Ingen forbindelse/)).toBeVisible();
	await page.context().setOffline(false);
	await expect(page.getByText(/^Gemt kl\. /)).toBeVisible({ timeout: 15_000 });
	await page.reload();
	await expect(remark).toHaveValue('Jorden er købt og tilplantet.');
});

test('what was sent without being taken is there when the person comes back, and newer text is not written over', async ({
	page,
	browser,
}, { project }) => {
	const slug = getSlug(project.name);
	const owner = await openOwner(browser, page, true);
	const comeBack = async () => {
		await owner.goto(link);
		await owner.getByRole('button', { name: 'Gå til dine svar' }).click();
		await expect(owner).toHaveURL(`/${slug}/svar/2024`);
		await owner.goto(`/${slug}/svar/2024/2`);
	};
	const remark = owner.getByLabel('Hvad er der sket siden sidst?');
	await comeBack();
	await owner.route('**/kladde', (route) => route.abort());
	await remark.fill('Tyve biler kører nu, og flere er bestilt.');
	// As when the session has ended: what is sent is refused, and the page with it is gone.
	const refused = (url: URL) => url.search.includes('?/give');
	await owner.route(refused, (route) => route.fulfill({ status: 403, contentType: 'text/html', body: '<h1>Ingen adgang</h1>' }));
	await owner.getByRole('button', { name: 'Send svar' }).click();
	await expect(owner.getByText('Ingen adgang')).toBeVisible();
	await owner.unroute(refused);
	await comeBack();
	await expect(remark).toHaveValue('Tyve biler kører nu, og flere er bestilt.');
	await owner.unroute('**/kladde');
	await owner.getByRole('button', { name: 'Send svar' }).click();
	await expect(owner.getByRole('heading', { level: 1, name: 'Tak for dine svar' })).toBeVisible();
	expect(await owner.evaluate(() => Object.keys(localStorage))).toEqual([]);

	await owner.goto(`/${slug}/svar/2024/2`);
	// In the page itself: what it sends as it is left goes past whoever listens to a page that is gone.
	await owner.evaluate(() => (window.fetch = () => Promise.reject(new TypeError('offline'))));
	await remark.fill('Skrevet uden forbindelse.');
	await owner.goto('about:blank');
	await page.goto(`/${slug}/svar/2024/2`);
	await page.getByLabel('Hvad er der sket siden sidst?').fill('Rettet imens.');
	await page.getByRole('button', { name: 'Send svar' }).click();
	// The page that comes says that the answer is stored.
	await expect(page).toHaveURL(/kvittering=/);
	await owner.goto(`/${slug}/svar/2024/2`);
	await expect(owner.getByText('har gemt imens')).toBeVisible();
	await expect(owner.getByRole('region', { name: /har gemt imens/ }).getByText('Rettet imens.')).toBeVisible();
	// Not chosen yet: who comes back later is asked again.
	await owner.reload();
	await expect(owner.getByText('har gemt imens')).toBeVisible();
	await expect(remark).toHaveValue('Skrevet uden forbindelse.');
	await owner.getByRole('button', { name: 'Behold det, der er gemt' }).click();
	await expect(remark).toHaveValue('Rettet imens.');
	await owner.context().close();
});

test('"unchanged" after typing is taken', async ({ page }, { project }) => {
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/svar/2024/1`);
	await page.getByLabel('Hvad er der sket siden sidst?').fill('Noget, der alligevel ikke skal med.');
	await expect(page.getByText(/^Gemt kl\. /)).toBeVisible();
	await page.getByRole('button', { name: 'Uændret siden 2023' }).click();
	await page.waitForURL(/kvittering=/);
	await page.goto(`/${slug}/svar/2024/1`);
	await expect(page.getByLabel('Hvad er der sket siden sidst?')).toHaveValue('Taget på hallen er klar.');
});

test('of two who write at once the second sees both texts and chooses', async ({ page, browser }, { project }) => {
	const slug = getSlug(project.name);
	const other = await openOwner(browser, page, true);
	for (const one of [page, other]) await one.goto(`/${slug}/svar/2024/3`);
	await other.getByLabel('Hvad er der sket siden sidst?').fill('Den anden var først.');
	await expect(other.getByText(/^Gemt kl\. /)).toBeVisible();
	const remark = page.getByLabel('Hvad er der sket siden sidst?');
	await page.evaluate(() => Object.assign(window, { isSamePage: true }));
	await remark.fill('Jeg var den næste.');
	await remark.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 4));
	const top = await remark.evaluate((field) => field.getBoundingClientRect().top);
	await expect(page.getByText('har gemt imens')).toBeVisible();
	// The page is the same one, with the cursor where it was; what is typed on waits until one is chosen.
	const read = (field: HTMLTextAreaElement) => [field.getBoundingClientRect().top, field.selectionStart, 'isSamePage' in window];
	expect(await remark.evaluate(read)).toEqual([top, 4, true]);
	await expect(remark).toBeFocused();
	await expect(page.getByRole('alert')).toContainText('ikke gemt endnu');
	await expect(page.getByText('Den anden var først.')).toBeVisible();
	await expect(remark).toHaveValue('Jeg var den næste.');
	await checkWhole(page);
	await remark.fill('Vi var her begge.');
	const others = other.getByLabel('Hvad er der sket siden sidst?');
	const expectOthers = async (text: string) => {
		await other.reload();
		await expect(others).toHaveValue(text);
	};
	await expectOthers('Den anden var først.');
	await page.getByRole('button', { name: 'Behold mit' }).click();
	await expect(remark).toBeFocused();
	await expect(page.getByText('har gemt imens')).toBeHidden();
	await expect(page.getByText(/^Gemt kl\. /)).toBeVisible();
	await expectOthers('Vi var her begge.');
	// The same where a button was pressed, and the server made the page with both texts.
	await others.fill('Den anden var først igen.');
	await expect(other.getByText(/^Gemt kl\. /)).toBeVisible();
	await remark.evaluate((field: HTMLTextAreaElement) => {
		field.value = 'Jeg var den næste igen.';
		field.form?.requestSubmit(field.form.querySelector('button[formaction="?/draft"]'));
	});
	await expect(page.getByText('har gemt imens')).toBeVisible();
	await remark.fill('Jeg skriver videre.');
	// Longer than it takes until what is typed is saved.
	await page.waitForTimeout(2000);
	await expectOthers('Den anden var først igen.');
	// Left without choosing: who comes back is asked again.
	await page.goto(`/${slug}/svar/2024/3`);
	await expect(page.getByText('har gemt imens')).toBeVisible();
	await expect(remark).toHaveValue('Jeg skriver videre.');
	await page.getByRole('button', { name: 'Behold mit' }).click();
	await expect(page.getByText('har gemt imens')).toBeHidden();
	await expect(page.getByText(/^Gemt kl\. /)).toBeVisible();
	await expectOthers('Jeg skriver videre.');
	await other.context().close();
});

test('two tabs of one person are two who write: the second sees both texts', async ({ page, browser }, { project }) => {
	const slug = getSlug(project.name);
	const first = await openOwner(browser, page, true);
	await first.goto(link);
	await first.getByRole('button', { name: 'Gå til dine svar' }).click();
	await expect(first).toHaveURL(`/${slug}/svar/2024`);
	await first.goto(`/${slug}/svar/2024/2`);
	const [remark, label] = [first.getByLabel('Hvad er der sket siden sidst?'), 'Hvad er der sket siden sidst?'];
	await remark.fill('Skrevet i den første fane.');
	// A tab that is opened from the first begins with what the first has noted about itself.
	const [second] = await Promise.all([first.waitForEvent('popup'), first.evaluate(() => void window.open(location.href))]);
	await expect(second.getByLabel(label)).toBeVisible();
	await expect(first.getByText(/^Gemt kl\. /)).toBeVisible();
	await second.reload();
	await remark.fill('Skrevet videre i den første fane.');
	await expect(first.getByText(/^Gemt kl\. /)).toBeVisible();
	await expect(async () => expect(await first.evaluate(() => Object.keys(localStorage))).toEqual([])).toPass();
	await second.getByLabel(label).fill('Skrevet i den anden fane.');
	await expect(second.getByText('Du har gemt i et andet vindue imens')).toBeVisible();
	await expect(second.getByText('Skrevet videre i den første fane.')).toBeVisible();
	await expect(second.getByLabel(label)).toHaveValue('Skrevet i den anden fane.');
	await second.getByRole('button', { name: 'Behold det, der er gemt' }).click();
	await expect(second.getByLabel(label)).toHaveValue('Skrevet videre i den første fane.');
	await first.context().close();
});

test('what is sent back is answered again, and the round is approved, presented and published', async ({ page, browser }, { project }) => {
	// Publishing makes a dozen files, behind everything else that the machine has to do.
	test.setTimeout(180_000);
	const slug = getSlug(project.name);
	await page.goto(`/${slug}/runde/2024/2`);
	await page.getByText('Send tilbage', { exact: true }).first().click();
	await page.getByLabel(/Hvad mangler\?/).fill('Hvor mange mangler endnu?');
	await page.getByRole('button', { name: 'Send tilbage' }).click();
	await expect(page.getByRole('region', { name: 'Kommentarer' })).toContainText('Hvor mange mangler endnu?');

	const owner = await openOwner(browser, page, true);
	await owner.goto(link);
	await owner.getByRole('button', { name: 'Gå til dine svar' }).click();
	await owner.getByRole('link', { name: 'Fortsæt' }).click();
	await expect(owner.getByText('Hvor mange mangler endnu?')).toBeVisible();
	await owner.getByLabel('Hvad er der sket siden sidst?').fill('Tyve biler kører nu, fem mangler.');
	await owner.getByRole('button', { name: 'Send svar' }).click();
	await expect(owner.getByRole('heading', { level: 1, name: 'Tak for dine svar' })).toBeVisible();
	await owner.context().close();

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
	await page.getByRole('button', { name: 'Gem mødet' }).click();
	await expect(stage).toContainText('Klimaudvalget');
	const closed = await openOwner(browser, page, true);
	await closed.goto(link);
	await closed.getByRole('button', { name: 'Gå til dine svar' }).click();
	await expect(closed.getByText('Runden er forelagt')).toBeVisible();
	await closed.getByRole('link', { name: '2 Elbiler i hjemmeplejen' }).click();
	await expect(closed.getByRole('region', { name: 'Svar for 2024' })).toContainText('Tyve biler kører nu, fem mangler.');
	await expect(closed.getByRole('button', { name: 'Send svar' })).toHaveCount(0);
	await checkWhole(closed);
	await closed.context().close();
	const visitor = await openOwner(browser, page, true);
	expect((await visitor.request.get(`/${slug}/status/2023`)).status()).toBe(200);
	await page.goto(`/${slug}/runde/2024/udgiv`);
	await page.getByRole('button', { name: 'Offentliggør status 2024' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Status 2024 er offentliggjort, version 1' })).toBeVisible();
	await checkWhole(page);
	// A correction in the making keeps what is typed while more initiatives are chosen.
	await page.getByRole('link', { name: 'Ret den offentliggjorte rapport' }).click();
	await page.getByRole('checkbox', { name: /^2 / }).check();
	await page.getByRole('button', { name: 'Ret de valgte' }).click();
	await page.getByLabel('Bemærkning', { exact: true }).fill('Rettet bemærkning');
	await page.getByLabel('Hvorfor rettes rapporten?').fill('Sagsnummeret var forkert');
	await page.getByLabel('Sagsnummer').fill('26/1');
	await page.locator('summary', { hasText: 'Vælg de indsatser, der skal rettes' }).click();
	await page.getByRole('checkbox', { name: /^1 / }).check();
	await page.getByRole('button', { name: 'Ret de valgte' }).click();
	await expect(page.locator('[id="2 remark"]')).toHaveValue('Rettet bemærkning');
	await expect(page.locator('[id="1 remark"]')).toBeVisible();
	await expect(page.getByLabel('Hvorfor rettes rapporten?')).toHaveValue('Sagsnummeret var forkert');
	await checkWhole(page);
	await page.getByRole('button', { name: 'Se rettelsen igennem' }).click();
	await expect(page.getByRole('region', { name: 'Version 2: se den igennem' })).toContainText('26/1');
	await checkWhole(page);
	await visitor.goto(`/${slug}`);
	await expect(visitor.getByText('Opfølgning 2024').first()).toBeVisible();
	await visitor.goto(`/${slug}/status/2024/aendringer`);
	await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Hvad er ændret siden 2023');
	await checkWhole(visitor);
	// The report of the year before keeps to its own year, and its figures are those of the pages it leads to.
	await visitor.goto(`/${slug}/status/2023`);
	const legend = visitor.locator('.legend').first().getByRole('link').first();
	const count = (await legend.innerText()).replace(/\D/g, '');
	await legend.click();
	await expect(visitor).toHaveURL(/indsatser\?aar=2023&/);
	await expect(visitor.getByRole('status')).toContainText(`${count} af 3`);
	await checkWhole(visitor);
	await visitor.goto(`/${slug}/status/2023`);
	await visitor.getByRole('link', { name: /^Plantjekket/ }).click();
	await expect(visitor.getByText('som den var i opfølgningen for 2023')).toBeVisible();
	await checkWhole(visitor);
	await visitor.goto(`/${slug}/status/2024`);
	const hash = (await visitor.request.get(`/${slug}/status/2024/rapport.json`)).headers()['x-content-hash'];
	expect(`sha256:${await visitor.getByText(/^[0-9a-f]{64}$/).innerText()}`).toBe(hash);
	const file = await (await visitor.request.get(`/${slug}/status/2024/rapport.pdf`)).body();
	expect(await (await visitor.request.get(`/${slug}/status/2024/rapport.pdf`)).body()).toEqual(file);
	const upload = { name: 'rapport.pdf', mimeType: 'application/pdf', buffer: file };
	for (const number of ['', '0'.repeat(12)]) {
		await visitor.goto(`/${slug}/kontrol?hash=${number}`);
		await visitor.getByLabel('PDF-, Word-, Excel-, CSV- eller JSON-fil').setInputFiles(upload);
		await visitor.getByRole('button', { name: 'Kontrollér', exact: true }).click();
		await expect(visitor.getByText(number ? 'nummeret hører ikke sammen' : 'Filen er præcis, som den blev offentliggjort.')).toBeVisible();
		await checkWhole(visitor);
	}
	await visitor.context().close();
});
