const signs = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-server', 'x-real-ip'];

/**
 * True for a request that a proxy has passed on: then others than those at this machine may be asking. No browser sends these
 * headers itself. A proxy that adds none of them cannot be told from a visitor.
 */
export function isForwarded(headers: Headers): boolean {
	return signs.some((name) => headers.has(name));
}
