import { describe, expect, it } from 'vitest';
import { getPublicAddress, writeAddress } from './public-address.ts';

describe('getPublicAddress', () => {
	it('is the configured address before where we listen', () => {
		expect(getPublicAddress({ origin: 'https://klima.example.org', host: '0.0.0.0', port: 3000 })).toBe('https://klima.example.org');
		expect(getPublicAddress({ origin: null, host: '127.0.0.1', port: 3000 })).toBe('http://127.0.0.1:3000');
	});
});

describe('writeAddress', () => {
	it('writes what a browser opens', () => {
		expect(writeAddress('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000');
		expect(writeAddress('0.0.0.0', 80)).toBe('http://localhost:80');
		expect(writeAddress('::1', 3000)).toBe('http://[::1]:3000');
	});
});
