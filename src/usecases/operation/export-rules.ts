/** How a table is exported. A column that is not named is exported as it is. */
export type ExportRule = {
	/** Columns that are left out, because they are secrets: whoever had them could act as somebody else. */
	readonly leftOut?: readonly string[];
	/** Columns of texts in which the secret part of links is replaced by dots. */
	readonly withoutLinks?: readonly string[];
	/** The column of the key whose first word is the format of the table's files: what they end in. */
	readonly format?: string;
};

const whole: ExportRule = {};

/** Every table of a municipality, and how it is exported. A test says so when one is missing here. */
export const exportRules: Readonly<Record<string, ExportRule>> = {
	account: whole,
	account_import: whole,
	account_row: whole,
	answer: whole,
	answer_link: { leftOut: ['token_hash'] },
	assessment: whole,
	assignment: whole,
	audit_entry: whole,
	change: whole,
	climate_target: whole,
	column_mapping: whole,
	document_import: whole,
	factor_override: whole,
	finding_dismissal: whole,
	import_draft: whole,
	initiative: whole,
	initiative_owner: whole,
	initiative_tag: whole,
	initiative_unit: whole,
	legend: whole,
	mail: { withoutLinks: ['text', 'html'] },
	mail_template: whole,
	municipality: whole,
	municipality_revision: whole,
	municipality_setting: whole,
	organisation_unit: whole,
	person: { leftOut: ['calendar_hash'] },
	plan: whole,
	plan_event: whole,
	plan_figure: whole,
	relation: whole,
	report_file: { format: 'name' },
	report_part_file: whole,
	round_comment: whole,
	round_line: whole,
	round_run: whole,
	round_step: whole,
	scenario: whole,
	section: whole,
	stand_in: whole,
	status_report: whole,
	status_round: whole,
	target_frame: whole,
};
