/**
 * An error as a log may hold it: its name, its code and its place in the code. Never the message, which may hold an address or a name:
 * that of a failed query has the values that were asked with.
 */
export function nameError(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	return [error.name, findCode(error), listPlaces(error)].filter(Boolean).join(' ');
}

/** The code of the error or of what caused it: PostgreSQL's, or the system's. */
function findCode(error: Error): string {
	if ('code' in error && typeof error.code === 'string' && /^[\w.-]{1,40}$/.test(error.code)) return error.code;
	return error.cause instanceof Error ? findCode(error.cause) : '';
}

/** Where it was thrown, and the nearest place in our own code. */
function listPlaces({ stack = '', message }: Error): string {
	// The stack begins with the message, and a line of that may look like a place.
	const at = message === '' ? -1 : stack.indexOf(message);
	const places = stack
		.slice(at < 0 ? 0 : at + message.length)
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.map((line) => line.trim());
	const own = places.find((place) => !/node_modules|node:/.test(place));
	return [...new Set([places[0], own])].filter(Boolean).join(', ');
}
