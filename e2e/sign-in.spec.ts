import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { checkAccessible, checkApart, checkFits } from './check-accessible.ts';

/** Runs the program's own command against the database of the running site. */
function run(...words: string[]): string {
	const environment = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, DATABASE_URL: '', ORIGIN: '' };
	return execFileSync(process.execPath, ['src/cli/main.ts', ...words], { env: environment }).toString();
}

const person = (email: string) => ['--municipality', '0340', '--email', email];

function addPerson(email: string, role = 'owner'): void {
	run('add-person', ...person(email), '--name', 'Prøveperson Login', '--role', role);
}

function makeLink(email: string): string {
	return `/login/link?kode=${/kode=(\S+)/.exec(run('sign-in-link', ...person(email)))?.[1]}`;
}

async function expectNoViolations(page: Page): Promise<void> {
	// The checker itself is a script.
	if (test.info().project.name === 'no script') return;
	await checkAccessible(page);
}

test('who asks for a link is told the same, known or not @narrow @no-script', async ({ page }) => {
	await page.goto('/soroe/om');
	await page.getByRole('link', { name: 'Log ind' }).click();
	await expectNoViolations(page);
	await page.getByLabel('E-mail').first().fill('ukendt@example.org');
	await page.getByRole('button', { name: 'Send mig et link' }).click();
	await expect(page.getByRole('status')).toContainText('Hvis adressen er kendt her');
	await expectNoViolations(page);
});

test('a link signs in by one button, and is of no use after @no-script @narrow', async ({ page }, { project }) => {
	const email = `link-${project.name.replace(' ', '-')}@example.org`;
	addPerson(email);
	const link = makeLink(email);
	// Programs that look for harmful mail open it first, and change nothing by it.
	for (let time = 0; time < 2; time++) await page.request.get(link);
	await page.goto(link);
	await expectNoViolations(page);
	await checkApart(page.getByRole('main').getByRole('button', { name: 'Log ind' }), page.locator('form + .soft'));
	await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Min side' })).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('main').getByRole('link', { name: 'Sorø Kommune' }).click();
	await expect(page.getByRole('banner').getByRole('link', { name: 'Prøveperson Login' })).toBeVisible();
	await page.getByRole('banner').getByRole('button', { name: 'Log ud' }).click();
	await expect(page.getByText('Du er logget ud.')).toBeVisible();
	await page.goto(link);
	await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
	await expect(page.getByRole('alert')).toContainText('virker ikke længere');
});

test('a passkey is added and signs in again', async ({ page, baseURL }) => {
	// A passkey belongs to a name; an address of numbers has none.
	const site = (baseURL ?? '').replace('127.0.0.1', 'localhost');
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
	});
	addPerson('nøgle@example.org'.replace('ø', 'oe'), 'administrator');
	await page.goto(site + makeLink('noegle@example.org'));
	await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
	// An administrator with nothing but a link is asked for more.
	await expect(page.getByRole('main').getByRole('link', { name: 'Bekræft, at det er dig' })).toBeVisible();
	await page.getByRole('button', { name: 'Tilføj en adgangsnøgle' }).click();
	await expect(page.getByRole('main').getByText('tilføjet')).toBeVisible();
	await page.getByRole('banner').getByRole('button', { name: 'Log ud' }).click();
	await page.getByRole('main').getByRole('link', { name: 'Log ind' }).click();
	await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Min side' })).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: 'Bekræft, at det er dig' })).toHaveCount(0);
	await page.goto(`${site}/soroe/log`);
	await expect(page.getByRole('heading', { level: 1, name: 'Log' })).toBeVisible();
	await checkAccessible(page);
	// On a phone each line of the log is a card, and its cells are as wide as the screen.
	const region = page.getByRole('region', { name: 'Loggen, de nyeste øverst' });
	const line = region.locator('tbody tr').filter({ hasText: 'Logget ind' }).first();
	for (const width of [320, 375]) {
		await page.setViewportSize({ width, height: 812 });
		await checkFits(page);
		expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
		const cells = await line
			.locator('td')
			.evaluateAll((all) => all.filter((cell) => cell.clientHeight > 0).map((cell) => cell.clientWidth));
		expect(Math.min(...cells)).toBeGreaterThan(width * 0.8);
	}
});

test('an answer link that is no good says what to do @no-script', async ({ page }) => {
	await page.goto(`/soroe/svar/link/0340-${'a'.repeat(43)}`);
	await expect(page.getByRole('heading', { level: 1, name: 'Linket virker ikke længere' })).toBeVisible();
	await checkApart(page.locator('.lead'), page.getByRole('link', { name: 'Få et link til at logge ind' }));
	await expectNoViolations(page);
	await page.getByRole('main').getByRole('link', { name: 'Få et link til at logge ind' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Log ind' })).toBeVisible();
});
