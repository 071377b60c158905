import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderArchitecture } from '../scripts/draw-architecture.ts';

const root = path.resolve(import.meta.dirname, '..');

describe('docs/architecture.md', () => {
	it('shows the house as it is; when it does not, run npm run architecture', async () => {
		for (const [file, text] of await renderArchitecture()) expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(text);
	});
});
