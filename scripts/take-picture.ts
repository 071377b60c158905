/** Takes the README's picture, docs/pictures/soroe.png, of a running site: `node scripts/take-picture.ts http://127.0.0.1:3000`. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.ts';

const [origin] = process.argv.slice(2);
if (!origin) throw new Error('Say where the site runs, such as http://127.0.0.1:3000');
const found = ensureChromium();
if (found.path === null) throw new Error(found.reason);

const browser = await chromium.launch({ executablePath: found.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'da-DK' });
	await page.goto(`${origin}/soroe`);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await page.screenshot({ path: path.resolve(import.meta.dirname, '../docs/pictures/soroe.png') });
} finally {
	await browser.close();
}
