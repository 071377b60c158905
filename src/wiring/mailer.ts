import { join } from 'node:path';
import type { SendMail } from '#domain/followup/mail.ts';
import type { Config } from './config.ts';
import { composeMail } from './compose-mail.ts';
import { openOutbox } from './outbox.ts';
import { sendBySmtp } from './send-by-smtp.ts';

export type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>;

/** How mails leave: by the configured mail server, else into the data folder's outbox. */
export function openMailer(config: MailConfig): SendMail {
	const { smtpUrl, mailFrom } = config;
	if (smtpUrl) return async (mail) => sendBySmtp(smtpUrl, { from: mailFrom, to: mail.to }, await composeMail(mail, mailFrom));
	const outbox = openOutbox(outboxFolder(config));
	return async (mail) => {
		await outbox.add(mail.key, await composeMail(mail, mailFrom));
		return { outcome: 'sent' };
	};
}

/** Where mails lie that no mail server was given. */
export function outboxFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
	return join(dataDir, 'outbox');
}
