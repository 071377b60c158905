import { isDomainError, type ErrorDetails } from '#domain/shared/domain-error.ts';
import { errorSentence } from '#text/errors.ts';
import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';
import { configVariables, type ConfigVariable } from '#wiring/config.ts';

type Options = { locale: Locale };
// Each message names the places it fills; which details come with which code is agreed where the error is thrown.
type Sentence = (details: never, options: Options) => string;

const variableSentences: Record<ConfigVariable, Sentence> = {
	PORT: m.cli_config_port,
	HOST: m.cli_config_host,
	ORIGIN: m.cli_config_origin,
	DATA_DIR: m.cli_config_data_dir,
	DATABASE_URL: m.cli_config_database_url,
	DEMO: m.cli_config_demo,
	SMTP_URL: m.cli_config_smtp_url,
	MAIL_FROM: m.cli_config_mail_from,
	METRICS: m.cli_config_metrics,
	METRICS_TOKEN: m.cli_config_metrics_token,
	SECRET: m.cli_config_secret,
	SIGN_IN_PROVIDERS: m.cli_config_sign_in_providers,
	PASSWORDS: m.cli_config_passwords,
};

/** What can go wrong around the rules: configuration, database, site, files. The rules' own sentences are in `text/`. */
const sentences: Readonly<Record<string, Sentence>> = {
	'config.invalid': describeVariables,
	'config.database-missing': m.cli_config_database_missing,
	'server.data-in-use': (details: ErrorDetails, options) =>
		details.address ? m.cli_server_in_use_at(details as never, options) : m.cli_server_in_use(details as never, options),
	'server.foreign-folder': m.cli_server_foreign_folder,
	'server.data-not-writable': m.cli_server_not_writable,
	'server.no-access': m.cli_server_no_access,
	'server.no-binaries': m.cli_server_no_binaries,
	'server.start-failed': m.cli_server_start_failed,
	'server.leftover-runs': m.cli_server_leftover,
	'server.other-version': m.cli_server_other_version,
	'server.ended': m.cli_server_ended,
	'database.unreachable': m.cli_database_unreachable,
	'database.refused': m.cli_database_refused,
	'database.too-old': m.cli_database_too_old,
	'database.busy': m.trust_error_database_busy,
	'database.not-owner': m.cli_database_not_owner,
	'database.not-migrated': m.cli_database_not_migrated,
	'database.role-bypasses-security': m.cli_database_bypasses,
	'backup.missing': m.trust_error_backup_missing,
	'backup.foreign': m.trust_error_backup_foreign,
	'backup.damaged': (details: ErrorDetails, options) =>
		details.part ? m.trust_error_backup_damaged_part(details as never, options) : m.trust_error_backup_damaged(details as never, options),
	'backup.other-schema': m.trust_error_backup_other_schema,
	'backup.database-not-empty': m.trust_error_backup_not_empty,
	'site.port-taken': m.cli_site_port_taken,
	'site.address-unusable': m.cli_site_address,
	'site.build-failed': m.cli_site_build_failed,
	'cli.file-missing': m.cli_file_missing,
	'cli.file-unnamed': m.cli_file_unnamed,
	'cli.file-is-folder': m.cli_file_is_folder,
	'cli.file-not-regular': m.cli_file_not_regular,
	'cli.file-not-allowed': m.cli_file_not_allowed,
	'cli.file-unreadable': m.cli_file_unreadable,
	'cli.document-errors': m.cli_document_errors,
	'cli.output-unwritable': m.cli_output_unwritable,
	'cli.nothing-to-undo': m.cli_undo_none,
	'cli.round-form': m.cli_round_form,
	'cli.date-form': m.cli_date_form,
	'cli.choice-form': m.cli_choice_form,
};

/** What went wrong and how to go on, in the person's language. */
export function describeError(error: unknown, locale: Locale): string {
	if (!isDomainError(error)) return m.cli_error_unexpected({ reason: describeFault(error) }, { locale });
	const sentence = sentences[error.code];
	const text = sentence ? sentence(error.details as never, { locale }) : errorSentence(error.code, error.details, locale);
	return m.cli_error({ sentence: text }, { locale });
}

function describeVariables(details: ErrorDetails, options: Options): string {
	const bad = configVariables.filter((name) => name in details);
	return bad.map((name) => variableSentences[name]({ value: details[name] } as never, options)).join('\n');
}

function describeFault(error: unknown): string {
	return error instanceof Error ? error.message || error.name : String(error);
}
