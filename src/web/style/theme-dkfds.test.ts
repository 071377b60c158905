import { readFileSync } from 'node:fs';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { themeDkfds } from './theme-dkfds.ts';

const file = 'node_modules/dkfds/dist/css/dkfds.css';
const whole = readFileSync(file, 'utf8');
const theme = async (css: string, from: string) => (await postcss([themeDkfds()]).process(css, { from })).css;

it('keeps the forms, buttons and alerts of the design system and a tenth of its size', async () => {
	const css = await theme(whole, `/project/${file}`);
	for (const selector of ['.button.button-primary', '.form-checkbox', '.form-error-message', '.alert-warning', '.form-select']) {
		expect(css).toContain(selector);
	}
	expect(css).not.toContain('.accordion');
	expect(css.length).toBeLessThan(whole.length / 10);
});

it('leaves no fixed colour, so that dark mode and the accents reach everything', async () => {
	expect(await theme(whole, `/project/${file}`)).not.toMatch(/#[0-9a-f]{3,6}\b|:\s*white/i);
});

it('does not touch other style sheets', async () => {
	const own = '.accordion { color: #1a1a1a }';
	expect(await theme(own, '/project/src/web/style/base.css')).toBe(own);
});
