/** A finished file with its name and the hash of its content, where it has one. */
export type FileToSend = {
	readonly fileName: string;
	readonly contentType: string;
	readonly bytes: Uint8Array;
	readonly hash?: string;
	/** False for what only some may see. */
	readonly isPublic: boolean;
};

/** Sends a file to be saved. Names with Danish letters are given in both ways that browsers read. */
export function sendFile({ fileName, contentType, bytes, hash, isPublic }: FileToSend): Response {
	const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const headers = new Headers({
		'content-type': contentType,
		'content-length': String(bytes.byteLength),
		'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
	});
	if (isPublic) openToOtherSites(headers);
	if (hash) headers.set('x-content-hash', `sha256:${hash}`);
	return new Response(new Uint8Array(bytes), { headers });
}

/** Lets a page of any other site read the answer: what is public is open data. */
export function openToOtherSites(headers: Headers): void {
	headers.set('access-control-allow-origin', '*');
}
