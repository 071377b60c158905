import { describe, expect, it } from 'vitest';
import { addSecurityHeaders } from './security-headers.ts';

describe('addSecurityHeaders', () => {
	it('lets a file load nothing and be framed by nobody', () => {
		const headers = new Headers();
		addSecurityHeaders(headers, false);
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('permissions-policy')).toContain('camera=()');
	});

	it("keeps a page's own policy", () => {
		const headers = new Headers({ 'content-security-policy': "script-src 'self'" });
		addSecurityHeaders(headers, false);
		expect(headers.get('content-security-policy')).toBe("script-src 'self'");
	});

	it('asks for TLS only where the page came over TLS, so that a laptop is not locked out of its own demo', () => {
		const plain = new Headers();
		addSecurityHeaders(plain, false);
		expect(plain.has('strict-transport-security')).toBe(false);
		const secure = new Headers();
		addSecurityHeaders(secure, true);
		expect(secure.get('strict-transport-security')).toContain('max-age');
	});
});
