import type { ErrorDetails } from '#domain/shared/domain-error.ts';
import type { ErrorCode } from '#domain/shared/error-codes.ts';
import { formatDate } from './format.ts';
import type { Locale } from './locale.ts';
import { chooseMailPlaces } from './mail-labels.ts';
import { m } from './paraglide/messages.js';

type Options = { readonly locale: Locale };

/** What went wrong with a mail, its words or when it goes. */
export const mailErrors: Record<Extract<ErrorCode, `mail.${string}`>, (details: never, options: Options) => string> = {
	'mail.unknown': m.domain_error_mail_unknown,
	'mail.not-to-send-again': m.domain_error_mail_not_to_send_again,
	'mail.nothing-due': m.domain_error_mail_nothing_due,
	'mail.had-today': m.domain_error_mail_had_today,
	'mail.too-soon': ({ last, from }: ErrorDetails, options: Options) =>
		m.domain_error_mail_too_soon(
			{ last: formatDate(String(last), options.locale), from: formatDate(String(from), options.locale) },
			options,
		),
	'mail.template-changed-meanwhile': m.domain_error_mail_template_changed,
	'mail.template-length': m.domain_error_mail_template_length,
	'mail.place-unknown': ({ place }: ErrorDetails, options) =>
		m.domain_error_mail_place_unknown({ place: String(place ?? ''), places: chooseMailPlaces(options.locale) }, options),
	'mail.list-in-subject': m.domain_error_mail_list_in_subject,
	'mail.list-twice': m.domain_error_mail_list_twice,
	'mail.setting-form': m.domain_error_mail_setting_form,
	'mail.days-before-form': m.domain_error_mail_days_before_form,
	'mail.days-after-form': m.domain_error_mail_days_after_form,
	'mail.gap-form': m.domain_error_mail_gap_form,
	'mail.hour-form': m.domain_error_mail_hour_form,
};
