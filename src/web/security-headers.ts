/** Kit gives pages their own policy; files and data may load nothing at all. */
const filePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const fixed: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy':
		'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'origin-agent-cluster': '?1',
};

/** Puts the security headers on a response; what the response already says is kept. `secure` tells whether it came over TLS. */
export function addSecurityHeaders(headers: Headers, secure: boolean): void {
	for (const [name, value] of Object.entries(fixed)) if (!headers.has(name)) headers.set(name, value);
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', filePolicy);
	if (secure) headers.set('strict-transport-security', 'max-age=31536000');
}
