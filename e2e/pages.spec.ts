import { expect, test } from '@playwright/test';
import { checkAccessibleOnAll } from './check-accessible.ts';

/** Every kind of page, with the heading that tells it has been reached. */
const pages = [
	{ path: '/', heading: 'Hvilken kommune?' },
	{ path: '/en', heading: 'Which municipality?' },
	{ path: '/soeg?q=solceller', heading: 'Søgning på »solceller«' },
	{ path: '/soroe', heading: 'Hvor står vi?' },
	{ path: '/en/soroe', heading: 'Where do we stand?' },
	{ path: '/ballerup', heading: 'Hvor står vi?' },
	{ path: '/slagelse', heading: 'Ingen klimahandleplan endnu' },
	{ path: '/soroe/indsatser', heading: 'Indsatser' },
	{ path: '/soroe/indsatser?fremdrift=roed&fremdrift=gul&sorter=-nummer', heading: 'Indsatser' },
	{ path: '/soroe/indsatser?q=findesikke&fremdrift=roed', heading: 'Indsatser' },
	{ path: '/ballerup/indsatser', heading: 'Indsatser' },
	{ path: '/soroe/indsatser/1', heading: /^1 / },
	{ path: '/en/soroe/indsatser/20a', heading: /^20a /i },
	{ path: '/soroe/status/2023', heading: 'Statusrapport 2023' },
	{ path: '/soroe/rapporter', heading: 'Rapporter' },
	{ path: '/soroe/sti', heading: 'Hvor står vi i ton?' },
	{ path: '/en/ballerup/sti?fordeling=alene', heading: 'Where do we stand in tonnes?' },
	{ path: '/slagelse/sti', heading: 'Hvor står vi i ton?' },
	{ path: '/soroe/sti/rediger', heading: 'Virkemidler og scenarier' },
	{ path: '/soroe/regnskab', heading: 'Grønt regnskab' },
	{ path: '/en/ballerup/regnskab', heading: /./ },
	{ path: '/soroe/regnskab/indlaes', heading: /./ },
	{ path: '/soroe/faktorer', heading: 'Emissionsfaktorer' },
	{ path: '/soroe/faktorer?soeg=naturgas', heading: 'Emissionsfaktorer' },
	{ path: '/soroe/om', heading: /./ },
	{ path: '/soroe/plantjek', heading: 'Plantjek' },
	{ path: '/soroe/import', heading: 'Indlæs en opfølgning' },
	{ path: '/tilgaengelighed', heading: 'Tilgængelighedserklæring' },
	{ path: '/findes-ikke', heading: 'Siden findes ikke' },
];

for (const { path, heading } of pages) {
	test(`${path} is accessible in light and dark, wide and on a phone, and fits 320 points`, async ({ page }) => {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
		await checkAccessibleOnAll(page);
	});
}
