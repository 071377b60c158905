import type { Locale } from '#text/locale.ts';
import { m } from '#text/paraglide/messages.js';

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const words: Readonly<Record<string, Message>> = {
	pdf: m.publish_file_pdf,
	docx: m.publish_file_docx,
	xlsx: m.publish_file_xlsx,
	csv: m.publish_file_csv,
	data: m.publish_file_data,
	landscape: m.publish_file_landscape,
	portrait: m.publish_file_portrait,
	'one-page': m.publish_file_one_page,
	changes: m.publish_file_changes,
	da: m.publish_file_da,
	en: m.publish_file_en,
};

/** What a stored file is, in words: "pdf landscape da" is "PDF, liggende, dansk". */
export function nameFile(name: string, locale: Locale): string {
	return name
		.split(' ')
		.map((word) => words[word]?.({}, { locale }) ?? word)
		.join(', ');
}
