import PostalMime from 'postal-mime';

/** What a delivery status notification says of one mail. */
export type Bounce = {
	/** Message-ID of the mail that was not delivered, without angle brackets. */
	readonly messageId: string;
	/** Why, in the words of the mail server. */
	readonly reason: string;
};

/**
 * Reads a delivery status notification (RFC 3464): the mail that a mail server sends back when another could not be delivered.
 * @returns undefined for anything else, and for a mail that is only late: what is not certain is not held against an address
 */
export async function readBounce(message: Uint8Array): Promise<Bounce | undefined> {
	const mail = await PostalMime.parse(message, { attachmentEncoding: 'utf8', forceRfc822Attachments: true }).catch(() => undefined);
	if (!mail) return undefined;
	const part = (type: RegExp) => mail.attachments.filter(({ mimeType }) => type.test(mimeType)).map(({ content }) => asText(content));
	const status = part(/^message\/(global-)?delivery-status$/i).join('\n\n');
	if (!/^action:\s*failed\b/im.test(status)) return undefined;
	// What came back of the mail itself, whole or its headers alone; some servers leave it out and name it themselves.
	const returned = part(/^(message\/(rfc822|global)|text\/rfc822-headers|message\/rfc822-headers)$/i).join('\n');
	const messageId = /^message-id:\s*<([^<>\s]+)>/im.exec(returned)?.[1] ?? mail.inReplyTo?.replace(/[<>]/g, '').trim();
	if (!messageId) return undefined;
	const reason = findField(status, 'diagnostic-code')?.replace(/^[\w-]+;\s*/, '') ?? findField(status, 'status') ?? '';
	return { messageId, reason: reason.slice(0, 500) || 'failed' };
}

/** A field's words, over the lines it goes on. */
function findField(status: string, name: string): string | undefined {
	const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(status)?.[1];
	return found?.replace(/\s+/g, ' ').trim();
}

function asText(content: string | ArrayBuffer | Uint8Array): string {
	return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
