/** How a table is exported. A column that is not named is exported as it is. */
export type ExportRule = {
	/** Columns that are left out, because they are secrets: whoever had them could act as somebody else. */
	readonly leftOut?: readonly string[];
	/** Columns of texts in which the secret part of links is replaced by dots. */
	readonly withoutLinks?: readonly string[];
	/** What the table's files end in, as a column tells it, so that whoever finds one can open it; undefined where it tells nothing. */
	readonly ending?: { readonly column: string; readonly find: (value: string) => string | undefined };
};

const whole: ExportRule = {};

/** What an uploaded document ends in, where it is a kind that is read: whatever else a name ends in was only somebody's word for it. */
function findDocumentEnding(fileName: string): string | undefined {
	return /\.(pdf|docx|xlsx|xlsm|csv|tsv|txt|md|markdown)$/i.exec(fileName)?.[1]?.toLowerCase();
}

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
	import_draft: { ending: { column: 'file_name', find: findDocumentEnding } },
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
	report_file: { ending: { column: 'name', find: (name) => /^\w+/.exec(name)?.[0] } },
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
