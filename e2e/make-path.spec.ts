import { expect, test, type Page } from '@playwright/test';
import { checkAccessible } from './check-accessible.ts';

// A municipality of its own for each project, with Sorø's account and Sorø's initiatives, and no path.
const municipalities: Readonly<Record<string, string>> = { wide: 'viborg', narrow: 'skive', 'no script': 'randers' };
const heading =
	'Nr.;Afsnit;Indsats;Startdato;Deadline;Igangsat;Prioritet;Planmæssig fremdrift;Målopfyldelse;Bemærkning;Hovedansvarlig aktør';
const listRows = (deadline: string) => [
	heading,
	`1;Energi;Større solcelleanlæg i Sorø/Mørup og Vedde;01-07-2021;${deadline};I gang;Prioriteret;grøn;gul;Lokalplan er vedtaget.;Teknik`,
	'6;Energi;Mere fjernvarme;01-08-2022;;I gang;Prioriteret;grøn;gul;Varmeplan er vedtaget.;Teknik',
];

async function check(page: Page, project: string): Promise<void> {
	expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
	if (project !== 'no script') await checkAccessible(page);
}

async function importRound(page: Page, slug: string, year: string, deadline: string): Promise<void> {
	await page.goto(`/${slug}/import`);
	const buffer = Buffer.from(listRows(deadline).join('\r\n'));
	await page.getByLabel('Dokument').setInputFiles({ name: 'opfølgning.csv', mimeType: 'text/csv', buffer });
	await page.getByLabel('Opfølgningens år').fill(year);
	await page.getByRole('button', { name: 'Læs dokumentet' }).click();
	await page.getByRole('button', { name: /^Indlæs 2 indsatser/ }).click();
	await expect(page.getByText('Opfølgningen er indlæst')).toBeVisible();
}

/** Adds tonnes worked out elsewhere to initiative 1, as the plan states them. */
async function addSolar(page: Page, name: string, tonnes: string): Promise<void> {
	await page.getByRole('link', { name: 'Angivne ton', exact: true }).click();
	await page.getByLabel('Navn', { exact: true }).fill(name);
	await page.getByLabel('Indsats', { exact: true }).selectOption({ value: '1' });
	await page.getByLabel('Sektor', { exact: true }).selectOption('Energi');
	await page.getByRole('group', { name: 'Ton CO2e om året' }).getByLabel('Forventet').fill(tonnes);
	await page.getByLabel('Start', { exact: true }).fill('2025');
	await page.getByLabel('Fuld effekt', { exact: true }).fill('2025');
	await page.getByLabel('Tallet er').selectOption('beregnet');
	await page.getByRole('button', { name: 'Gem virkemidlet' }).click();
	await expect(page.getByText('Gemt.')).toBeVisible();
}

test('Sorø’s path is built by hand, and the slip of initiative 1 is seen in tonnes @no-script @narrow', async ({ page }, { project }) => {
	test.setTimeout(240_000);
	const slug = municipalities[project.name] ?? 'viborg';
	await importRound(page, slug, '2023', '31-12-2025');

	await page.goto(`/${slug}/sti`);
	await expect(page.getByText('Der er endnu ingen sti for planen.')).toBeVisible();
	await check(page, project.name);

	// What is decided.
	await page.getByRole('link', { name: 'Ret udgangspunkt og mål' }).click();
	await page.getByLabel('År', { exact: true }).first().fill('1990');
	await page.getByRole('group', { name: 'Udgangspunkt' }).getByLabel('Kilde').fill('Klimaplanen, side 4');
	await page.getByLabel('Ton', { exact: true }).fill('300.000');
	await page.getByLabel('Usikkerhed, ± procent').fill('ti');
	await page.getByRole('button', { name: 'Gem udgangspunkt og basisår' }).click();
	await expect(page.getByRole('alert')).toContainText('»ti« er ikke et tal.');
	await expect(page.getByLabel('Ton', { exact: true })).toHaveValue('300.000');
	await page.getByLabel('Usikkerhed, ± procent').fill('10');
	await page.getByLabel('Regnskab', { exact: true }).selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Gem udgangspunkt og basisår' }).click();
	await expect(page.getByText('Stien holdes nu op mod det, der står her.')).toBeVisible();
	const target = page.locator('form#form');
	await target.getByLabel('År', { exact: true }).fill('2030');
	await target.getByLabel('Procent under udgangspunktet').fill('50');
	await target.getByLabel('Afgrænsning').fill('Hele kommunen som geografisk område');
	await target.getByLabel('Besluttet').fill('Byrådet 26. oktober 2022');
	await target.getByRole('button', { name: 'Tilføj målet' }).click();
	await expect(page.getByRole('row', { name: /2030 hovedmål/ })).toContainText('150.000 (udregnet)');
	await check(page, project.name);

	// What is emitted without the plan: Sorø's three sectors.
	await page.goto(`/${slug}/sti`);
	await page.getByRole('link', { name: 'Lav planens sti' }).click();
	await page.getByRole('link', { name: 'Begynd fra 2023' }).click();
	await page.getByLabel('Navn', { exact: true }).fill('Sorøs plan i ton');
	await page.getByLabel('Sidste år', { exact: true }).fill('2035');
	await page.getByLabel('National fremskrivning', { exact: true }).fill('KF25');
	for (const [sector, tonnes] of [
		['Energi', '42.805'],
		['Transport', '76.420'],
		['Landbrug', '71.918'],
	] as const) {
		await page
			.getByRole('group', { name: `${sector}, samlet` })
			.getByLabel('Aktivitet i første år')
			.fill(tonnes);
	}
	const transport = page.getByRole('group', { name: 'Transport, samlet' });
	await transport.getByLabel('Aktivitetens udvikling').fill('2030: 70.000');
	await page.getByRole('button', { name: 'Gem, og gå til virkemidlerne' }).click();
	// What is wrong is a link to its field, and the page begins there.
	const wrong = page
		.getByRole('alert')
		.getByRole('link', { name: /^Transport, samlet: .+Skriv også et tal for 2035, stiens sidste år\.$/ });
	await expect(page.locator(':focus').getByRole('alert')).toBeVisible();
	await wrong.click();
	await expect(transport.getByLabel('Aktivitetens udvikling')).toBeFocused();
	await expect(page.getByRole('group', { name: 'Energi, samlet' }).getByLabel('Aktivitet i første år')).toHaveValue('42.805');
	await transport.getByLabel('Aktivitetens udvikling').fill('');
	await check(page, project.name);
	await page.getByRole('button', { name: 'Gem, og gå til virkemidlerne' }).click();
	await expect(page.getByText('Der er ingen virkemidler endnu.')).toBeVisible();
	await page.goto(`/${slug}/sti/fremskrivning`);
	await expect(page.getByLabel('National fremskrivning', { exact: true })).toHaveValue('KF25');
	await page.getByRole('button', { name: 'Gem', exact: true }).click();
	await expect(page.getByLabel('National fremskrivning', { exact: true })).toHaveValue('KF25');
	await page.goto(`/${slug}/sti/rediger`);

	// What initiative 1 does, one by one.
	await page.getByRole('link', { name: 'Tilføj virkemiddel' }).click();
	await check(page, project.name);
	await addSolar(page, 'Solcelleanlæg ved Vedde', '13.000');
	await expect(page.getByText('Sparer 13.000 ton CO2e i 2030')).toBeVisible();
	await page.getByRole('link', { name: 'Tilføj endnu et' }).click();
	await addSolar(page, 'Solcelleanlæg ved Mørup', '23.000');
	await check(page, project.name);

	await page.goto(`/${slug}/sti`);
	await expect(page.getByText('Efter opfølgningen 2023 står alle virkemidler, som de er besluttet.')).toBeVisible();
	// A year later the deadline has moved a year: 36.000 tonnes are missing in 2025.
	await importRound(page, slug, '2024', '31-12-2026');
	await page.goto(`/${slug}/sti`);
	await expect(page.getByText('betyder 36.000 ton CO2e mere udledt i perioden, mest i 2025: 36.000 ton CO2e')).toBeVisible();
	await expect(page.getByText('Start eller frist er rykket 1 år').first()).toBeVisible();
	await expect(page.getByRole('row', { name: /2030 hovedmål/ })).toBeVisible();
	await check(page, project.name);

	// Vedde comes in time after all: what is stated wins.
	await page.goto(`/${slug}/sti/rediger`);
	await page.getByRole('link', { name: 'Solcelleanlæg ved Vedde' }).click();
	await page.getByLabel('Det står').selectOption('som besluttet');
	await page.getByLabel('Hvorfor').fill('Vedde er sat i drift');
	await page.getByRole('button', { name: 'Gem, hvordan det står' }).click();
	await expect(page.getByText('Angivet af kommunen: Vedde er sat i drift.')).toBeVisible();
	await check(page, project.name);
	await page.goto(`/${slug}/sti`);
	await expect(page.getByText('betyder 23.000 ton CO2e mere udledt i perioden')).toBeVisible();
});

test('a start year is dragged in the editor, and the path moves at once and is saved', async ({ page }) => {
	await page.goto('/ballerup/sti/rediger');
	const [title] = await page.getByRole('table', { name: 'Virkemidler i den rækkefølge' }).locator('tbody th').first().allInnerTexts();
	const slider = page.getByRole('slider', { name: `Træk startår for ${title}` });
	const start = page.getByRole('spinbutton', { name: `Startår for ${title}` });
	const full = page.getByRole('spinbutton', { name: `År med fuld effekt for ${title}` });
	const line = page.locator('.pathway-line.path').first();
	// The slider comes with the script.
	const box = await slider.boundingBox();
	if (!box) throw new Error('no slider to drag');
	const [drawn, decided] = [await line.getAttribute('d'), Number(await start.inputValue())];
	const way = Number(await full.inputValue()) - decided;
	await slider.scrollIntoViewIfNeeded();
	const { x, y, width, height } = (await slider.boundingBox()) ?? box;
	const share =
		(decided - Number(await slider.getAttribute('min'))) /
		(Number(await slider.getAttribute('max')) - Number(await slider.getAttribute('min')));
	await page.mouse.move(x + 8 + share * (width - 16), y + height / 2);
	await page.mouse.down();
	await page.mouse.move(x + width - 4, y + height / 2, { steps: 8 });
	// Before the button is let go the picture has followed.
	expect(Number(await start.inputValue())).toBeGreaterThan(decided);
	expect(await line.getAttribute('d')).not.toBe(drawn);
	await page.mouse.up();
	const moved = await start.inputValue();
	expect(Number(await full.inputValue()) - Number(moved)).toBe(way);
	await page.getByLabel('Navn på nyt scenarie').fill('Prøve med senere start');
	await page.getByRole('button', { name: 'Gem som nyt scenarie' }).click();
	await expect(page.getByRole('link', { name: 'Prøve med senere start' })).toBeVisible();
	await expect(page.getByRole('spinbutton', { name: `Startår for ${title}` })).toHaveValue(moved);
});

test('a path without a plan is found from the municipality’s first page, and the menu leads nowhere else', async ({ page }) => {
	await page.goto('/stevns/sti/fremskrivning');
	await page
		.getByRole('link', { name: /^Begynd fra/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Gem, og gå til virkemidlerne' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Virkemidler og scenarier' })).toBeVisible();
	const menu = page.getByRole('navigation', { name: 'Kommunens sider' }).getByRole('link');
	await expect(menu).toHaveText(['Overblik', 'Sti']);
	await page.goto('/stevns');
	await expect(page.getByText('Ingen klimahandleplan endnu')).toBeVisible();
	await expect(menu).toHaveText(['Overblik', 'Sti']);
	await expect(page.getByRole('link', { name: 'Se det grønne regnskab' })).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'Se stien og tallene bag' }).click();
	await expect(page).toHaveURL('/stevns/sti');
	await check(page, 'wide');
});
