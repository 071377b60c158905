import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** What is asked in each scheme: everything in light; in dark, where nothing but colours is another, what looks at colours. */
const asked = {
	light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
	dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

/** Checks structure and colours of the page as it stands, in light and in dark. The checks themselves need script. */
export async function checkAccessible(page: Page): Promise<void> {
	// A page of its own for putting frames together is of no use where there are none.
	expect(page.frames()).toHaveLength(1);
	for (const colorScheme of ['light', 'dark'] as const) {
		// Colours that glide into the other scheme would be measured on their way.
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page })
			.setLegacyMode()
			// What is in order is not asked for: telling the place of each such element takes most of the time.
			.options({ runOnly: { ...asked[colorScheme], values: [...asked[colorScheme].values] }, resultTypes: ['violations'] })
			.analyze();
		const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
		expect.soft(told, `${page.url()} in ${colorScheme}`).toEqual([]);
	}
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
