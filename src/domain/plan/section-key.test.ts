import { describe, expect, it } from 'vitest';
import { getSectionKey } from './section-key.ts';

describe('a heading is known', () => {
	it('without regard to case, spaces and how a letter is put together', () => {
		expect(getSectionKey('  LANDBRUG  og\nArealer ')).toBe('landbrug og arealer');
		expect(getSectionKey('A\u030Aben')).toBe(getSectionKey('Åben'));
	});

	it('by every word', () => {
		expect(getSectionKey('Energi')).not.toBe(getSectionKey('Energi og transport'));
	});
});
