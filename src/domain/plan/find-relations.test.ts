import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRelations, listRelations } from './find-relations.ts';

const read = (text: string) =>
	findRelations(text).map(({ kind, targetNumber }) => (targetNumber === null ? kind : `${kind} ${targetNumber}`));

describe('relations that a text tells of', () => {
	it.each([
		['Skal ses i sammenhæng med indsats 9 og 12 - for kampagner', ['see 9', 'see 12']],
		['ses i sammenhæng med indsats 13, indsats 1 og 2 (VE-anlæg). Indsats og koordinering drives af andre', ['see 13', 'see 1', 'see 2']],
		[
			'Indsatsen skal ses i sammenhæng med indsats 25 og 26 for jorde og skov også, samt dialog \nom omlægning - indsats 28',
			['see 25', 'see 26', 'see 28'],
		],
		['Ses i sammenhæng med indsats 35, klima i alle sager', ['see 35']],
		['indsats 4, 9 og 12', ['see 4', 'see 9', 'see 12']],
		['Udvikling af formidling for Scope 3 - se indsats 72', ['see 72']],
		['Se indsats nr. 20a og 20B.', ['see 20a', 'see 20B']],
		['indsatserne 3-5', ['see 3', 'see 4', 'see 5']],
		['indsatserne 1-999', ['see 1', 'see 999']],
		['see 4 and 9', ['see 4', 'see 9']],
		['See initiatives 4 and 9.', ['see 4', 'see 9']],
		['-\n som del af reduktionspotentiale under indsats nr. 20', ['counted inside 20']],
		['Reduktionen er medregnet i indsats 7', ['counted inside 7']],
		['counted inside 20', ['counted inside 20']],
		['(*medtaget i BAU)', ['in the baseline']],
		['* Medtaget i BAU scenariet, da anlægget var i drift', ['in the baseline']],
		['in the baseline', ['in the baseline']],
		['Arbejdes videre med som tema under forum under indsats 38', ['see 38']],
	])('%j', (text, relations) => {
		expect(read(text)).toEqual(relations);
	});

	it.each([
		'tema 4/Sammen om styrket indsats',
		'Vision 2026',
		'Budget 2022',
		'Det vedrører scope 3 og scope 1 og 2-områder',
		'26 indsatser 2022-2025',
		'indsats planlagt igangsat i 2023',
		'Der er indsatser i 2024',
		'NYE INDSATSER\n\n76 Projekt',
		'Indsats og koordinering',
		'Der er brugt 5 mio. kr. på indsatsen',
		'Indsatsen: 20 % færre ture',
		'tiltag 3 mio. kr.',
		'Indgår ikke i klimascenariet',
		'se 4 temaer',
		'not in the baseline',
		'',
	])('none in %j', (text) => {
		expect(read(text)).toEqual([]);
	});

	it('does not take what follows a comma for one more of a list', () => {
		expect(read('indsats 4, 2 halve dage')).toEqual(['see 4']);
	});

	it('never finds a number that the text does not have, unless within a range', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('indsats', 'se', '4', '9', '20a', 'og', ',', 'tema', '2025', '.', 'nr.', '%')), (words) => {
				const text = words.join(' ');
				for (const { targetNumber } of findRelations(text)) expect(words).toContain(targetNumber);
			}),
		);
	});
});

describe('relations of an initiative', () => {
	it('are gathered from its texts, each once, without itself', () => {
		const relations = listRelations({
			number: '5',
			title: 'Bioenergi (*medtaget i BAU)',
			remark: 'Se indsats 4. Se indsats 5. Ses med indsats 4 og 9.',
			co2RelationText: 'Medtaget i BAU scenariet',
		});
		expect(relations).toEqual([
			{ kind: 'in the baseline', targetNumber: null },
			{ kind: 'see', targetNumber: '4' },
			{ kind: 'see', targetNumber: '9' },
		]);
	});
});
