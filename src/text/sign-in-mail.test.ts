import { expect, it } from 'vitest';
import { hideAnswerLink } from '#domain/followup/mail-content.ts';
import { writeSignInMail } from './sign-in-mail.ts';

it('carries the link as a button and in plain, and is kept without its secret', () => {
	const link = 'https://klima.example.org/login/link?til=%2Fsoroe%2Fsvar&kode=hemmelig';
	for (const locale of ['da', 'en'] as const) {
		const { subject, text, html } = writeSignInMail({ link, municipality: 'Sorø' }, locale);
		expect(subject).toContain('Sorø');
		expect(text).toContain(link);
		expect(html.match(/href="[^"]*kode=hemmelig"/g)).toHaveLength(2);
		for (const kept of [text, html]) expect(hideAnswerLink(kept)).not.toContain('hemmelig');
	}
});
