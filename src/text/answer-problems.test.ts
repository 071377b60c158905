import { expect, test } from 'vitest';
import { errorSentence } from './errors.ts';

test('a refused change of many says that nothing is changed, what is wrong and where', () => {
	const details = { problems: 'colour-reason-missing remark-too-long', numbers: '3\n20 a\n12' };
	const sentence = errorSentence('answer.edit-refused', details, 'da');
	expect(sentence).toMatch(/^Intet er ændret\. [^.]+; [^.]+\. Det gælder: 3, 20 a og 12\.$/);
	expect(errorSentence('answer.edit-refused', details, 'en')).toContain('3, 20 a and 12');
});
