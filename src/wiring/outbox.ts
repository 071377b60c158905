import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Outbox, OutboxMail } from '#usecases/mail/outbox.ts';

/** A folder of `.eml` files, which every mail program opens. It is made when the first mail comes. */
export function openOutbox(folder: string): Outbox {
	return {
		add: async (key, message) => {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const file = join(folder, `${key}.eml`);
			// A reader never sees half a mail.
			await writeFile(`${file}.part`, message, { mode: 0o600 });
			await rename(`${file}.part`, file);
		},
		list: async (prefix, limit) => {
			const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix) && name.endsWith('.eml'));
			const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtime })));
			dated.sort((left, right) => right.at.getTime() - left.at.getTime() || (left.name < right.name ? -1 : 1));
			return Promise.all(dated.slice(0, limit).map(({ name, at }) => readMail(folder, name, at)));
		},
		listKeys: async (prefix) => {
			// What an interrupted program left half written is a mail too.
			const files = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(prefix) && /\.eml(\.part)?$/.test(name));
			return [...new Set(files.map((name) => name.replace(/\.eml(\.part)?$/, '')))];
		},
		remove: async (key) => {
			for (const ending of ['.eml', '.eml.part']) await rm(join(folder, key + ending), { force: true });
		},
	};
}

async function readMail(folder: string, name: string, at: Date): Promise<OutboxMail> {
	const { to, subject, text, html } = await PostalMime.parse(await readFile(join(folder, name)));
	return { name, at, to: to?.[0]?.address ?? '', subject: subject ?? '', text: (text ?? '').trimEnd(), html: html ?? '' };
}
