import { expect, test } from '@playwright/test';

// Findings of one plan are shared by all tests: these two follow each other, each in a rule of its own.
test.describe.configure({ mode: 'serial' });

test('a coordinator says that a finding is no problem here, and brings it back @no-script', async ({ page }, { project }) => {
	await page.goto('/soroe/plantjek');
	await expect(page.getByText('Lokal demo')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ret læsevejledningen' })).toBeVisible();
	// Each project takes a finding of its own, for they run side by side.
	const rule = project.name === 'no script' ? 'missing-budget' : 'missing-remark';
	const group = page.locator(`section[aria-labelledby$="missing-${rule}"]`);
	const sentence = (await group.locator('li p').first().innerText()).trim();
	const finding = group.locator('li').filter({ hasText: sentence });

	await finding.getByText('Ikke et problem her').click();
	await finding.getByLabel('Begrundelse').fill('Aftalt med forvaltningen');
	await finding.getByRole('button', { name: 'Gem begrundelsen' }).click();

	await group.getByText(/markeret som ikke et problem/).click();
	await expect(finding.getByText(/Aftalt med forvaltningen/)).toBeVisible();
	await finding.getByRole('button', { name: 'Tag bemærkningen frem igen' }).click();
	await expect(group.getByText(/markeret som ikke et problem/)).toHaveCount(0);
	await expect(group.getByText(sentence)).toBeVisible();
});

test('a reason is needed @no-script', async ({ page }, { project }) => {
	await page.goto('/soroe/plantjek');
	const group = page.locator(`section[aria-labelledby$="missing-${project.name === 'no script' ? 'missing-budget' : 'missing-remark'}"]`);
	const finding = group.locator('li').first();
	await finding.getByText('Ikke et problem her').click();
	// Blanks pass the browser's own check and are refused by the rule.
	await finding.getByLabel('Begrundelse').fill('   ');
	await finding.getByRole('button', { name: 'Gem begrundelsen' }).click();
	await expect(page.getByRole('alert').first()).toBeVisible();
});
