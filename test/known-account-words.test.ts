import { expect, it } from 'vitest';
import { accountSectors, carriers, subSectors } from '#domain/account/account.ts';
import { readCarrier, readSector, readSubSector } from '#importers/account-words.ts';
import { accountSectorLabel, carrierLabel, subSectorLabel } from '#text/account-labels.ts';

it('the words that the page lists for a table of accounts are understood', () => {
	for (const sector of accountSectors) {
		expect(readSector(accountSectorLabel(sector, 'da')), sector).toBe(sector);
		for (const part of subSectors[sector]) expect(readSubSector(subSectorLabel(part, 'da'), sector), part).toBe(part);
	}
	for (const carrier of carriers) expect(readCarrier(carrierLabel(carrier, 'da')), carrier).toBe(carrier);
	expect(readSubSector('Individuel opvarmning', 'energy')).toBe('households');
	expect(readSubSector('Fjernvarme', 'energy')).toBe('supply');
	expect(readSubSector('Marker', 'agriculture')).toBe('soils');
});
