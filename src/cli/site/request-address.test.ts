import { describe, expect, it } from 'vitest';
import { getRequestAddress } from './request-address.ts';

describe('getRequestAddress', () => {
	const own = { host: '127.0.0.1', origin: null };

	it('answers to the own names of the machine only', () => {
		for (const host of ['127.0.0.1:3000', 'localhost:3000', 'localhost', '[::1]:3000']) {
			expect(getRequestAddress(host, own), host).toEqual({ protocol: 'http', host });
		}
		for (const host of ['rebound.example.org:3000', 'localhost.example.org', '10.0.0.5:3000', '', 'not a host', undefined]) {
			expect(getRequestAddress(host, own), host).toBeNull();
		}
	});

	it('answers to any name on a network', () => {
		expect(getRequestAddress('klima.local:3000', { host: '0.0.0.0', origin: null })).toEqual({
			protocol: 'http',
			host: 'klima.local:3000',
		});
	});

	it('believes the configured address before the request', () => {
		const config = { host: '127.0.0.1', origin: 'https://klima.example.org' };
		expect(getRequestAddress('127.0.0.1:3000', config)).toEqual({ protocol: 'https', host: 'klima.example.org' });
		expect(getRequestAddress(undefined, { ...config, origin: 'http://klima.example.org:8080' })).toEqual({
			protocol: 'http',
			host: 'klima.example.org:8080',
		});
	});
});
