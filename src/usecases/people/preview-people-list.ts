import { getDanishDay } from '#domain/shared/danish-day.ts';
import { readPeopleList } from '#importers/read-people-list.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { requireMay } from '../require-may.ts';
import { readDirectory } from './directory.ts';
import { makePreview, type PeopleListPreview } from './people-list-preview.ts';
import { readWorkOfList } from './people-list-work.ts';

export type PreviewPeopleListInput = { readonly municipality: string; readonly fileName: string; readonly bytes: Uint8Array };

/** Reads a list of people and compares it with who is here; nothing is stored. Throws what `readPeopleList` does. */
export async function previewPeopleList(context: Context, input: PreviewPeopleListInput): Promise<PeopleListPreview> {
	const { code } = await requireMay(context, 'person.manage', input.municipality);
	const { fileName } = input;
	const list = await readPeopleList(fileName, input.bytes);
	return context.database.write(code, async (tx) => {
		await appendAudit(tx, { event: 'persons read', who: context.actor.id, at: context.now() });
		const directory = await readDirectory(tx);
		const work = await readWorkOfList(tx, directory, list.people, getDanishDay(context.now()).day);
		return makePreview(directory, context.actor, { ...list, fileName, work });
	});
}
