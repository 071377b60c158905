import { expect, it } from 'vitest';
import { getNameKey } from './name-key.ts';

it('a name is the same in another case, with other spaces and with its letters put together', () => {
	expect(new Set([' Tage', 'tage', 'TAGE '].map(getNameKey)).size).toBe(1);
	expect(getNameKey('Skrå  tage')).toBe(getNameKey('skra\u030a tage'));
	expect(getNameKey('skråtage')).not.toBe(getNameKey('skrå tage'));
});

it('a heading is known without regard to line breaks, and by every word', () => {
	expect(getNameKey('  LANDBRUG  og\nArealer ')).toBe('landbrug og arealer');
	expect(getNameKey('A\u030Aben')).toBe(getNameKey('Åben'));
	expect(getNameKey('Energi')).not.toBe(getNameKey('Energi og transport'));
});
