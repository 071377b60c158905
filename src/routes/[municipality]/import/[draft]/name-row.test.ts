import { redirect } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { nameRow } from './name-row.ts';

it.each(['20a', '4.1', '7å', '12 b'])('names the row of number %j so that a header can lead to it', (number) => {
	const address = `/soroe/import/1#${nameRow(number)}`;
	let location = '';
	try {
		redirect(303, address);
	} catch (thrown) {
		({ location } = thrown as { location: string });
	}
	expect(new Headers({ location }).get('location')).toBe(address);
	expect(nameRow(number)).toMatch(/^raekke-[\x21-\x7e]+$/);
});
