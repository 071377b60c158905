import { expect, test } from 'vitest';
import { findEditor } from './find-editor.ts';

const given = { initiativeId: 'a', answeredBy: 'owner' };
const edit = (who: string, before: string, after: string, initiativeId = 'a') => ({
	...{ initiativeId, who },
	before: { remark: before },
	after: { remark: after },
});

test.each([
	['nobody, where it stands as it was given', [], null],
	['the one who wrote in it', [edit('coordinator', 'A', 'B')], 'coordinator'],
	['nobody, once that is undone', [edit('coordinator', 'A', 'B'), edit('coordinator', 'B', 'A')], null],
	['the one whose words are back', [edit('one', 'A', 'B'), edit('two', 'B', 'C'), edit('two', 'C', 'B')], 'one'],
	['nobody, where it is who gave it', [edit('owner', 'A', 'B')], null],
	['nobody, where another answer is meant', [edit('coordinator', 'A', 'B', 'b')], null],
])('the editor of an answer is %s', (_, edits, who) => {
	expect(findEditor(edits, given)).toBe(who);
});
