import { expect, it } from 'vitest';
import { findCanonicalPath } from './canonical-path.ts';

it.each([
	['/Soroe', '/soroe'],
	['/SOROE/indsatser/20a', '/soroe/indsatser/20a'],
	[`/${encodeURIComponent('sorø')}`, '/soroe'],
	[`/${encodeURIComponent('Sorø'.normalize('NFD'))}/plantjek`, '/soroe/plantjek'],
	[`/en/${encodeURIComponent('Ærø')}`, '/en/aeroe'],
	[`/${encodeURIComponent('RINGKØBING-Skjern')}/`, '/ringkoebing-skjern/'],
	[`/${encodeURIComponent('Høje Taastrup')}`, '/hoeje-taastrup'],
])('leads %s to %s', (written, meant) => {
	expect(findCanonicalPath(written)).toBe(meant);
	expect(findCanonicalPath(meant)).toBeNull();
});

it.each(['/', '/en', '/soroe', '/en/soroe/Indsatser', '/%E0%A4%A', '/a%2Fb', '/%0d%0ax', '//example.org', '/0340'])(
	'leaves %s alone',
	(path) => {
		expect(findCanonicalPath(path)).toBeNull();
	},
);
