import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } as const;
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/**
 * What is asked in each scheme. On a wide screen everything in light, and in dark, where nothing but colours is another, what looks at
 * colours. A narrow screen has another arrangement and the same colours: everything once, in the scheme of which less has been asked.
 */
const asked = {
	wide: [
		['light', everything],
		['dark', colours],
	],
	narrow: [['dark', everything]],
} as const;

const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 640;

/** Checks structure and colours of the page as it stands, in light and in dark. The checks themselves need script. */
export async function checkAccessible(page: Page): Promise<void> {
	// A page of its own for putting frames together is of no use where there are none.
	expect(page.frames()).toHaveLength(1);
	for (const [colorScheme, { type, values }] of asked[isNarrow(page) ? 'narrow' : 'wide']) {
		// Colours that glide into the other scheme would be measured on their way.
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page })
			.setLegacyMode()
			// What is in order is not asked for: telling the place of each such element takes most of the time.
			.options({ runOnly: { type, values: [...values] }, resultTypes: ['violations'] })
			.analyze();
		const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
		expect.soft(told, `${page.url()} in ${colorScheme}`).toEqual([]);
	}
}

/** The same on a wide screen and on a phone, of a page that is loaded once, and that nothing stands outside the smallest phone's screen. */
export async function checkAccessibleOnAll(page: Page): Promise<void> {
	for (const width of [1280, 375]) {
		await page.setViewportSize({ width, height: 800 });
		await checkAccessible(page);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await checkFits(page);
}

/** Checks that nothing of the page stands outside the screen, sideways. */
export async function checkFits(page: Page): Promise<void> {
	const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
	expect(content, page.url()).toBeLessThanOrEqual(screen ?? 0);
}

/** Checks that what stands under each other has air between. */
export async function checkApart(above: Locator, below: Locator): Promise<void> {
	const [upper, lower] = [await above.boundingBox(), await below.boundingBox()];
	expect((lower?.y ?? 0) - (upper?.y ?? 0) - (upper?.height ?? 0)).toBeGreaterThanOrEqual(12);
}
