import { describe, expect, it } from 'vitest';
import { readDone, writeDone } from './done.ts';
import { keepWord, readAnswerForm, readBulkChange, readChosen, readVersion, resetWord, writeChosen } from './read-board-forms.ts';

function makeForm(fields: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
}

describe('the form of one initiative', () => {
	it('changes only what it has, and lets an empty colour follow the guide', () => {
		const form = makeForm({ state: 'in progress', progress: '', remark: '  Taget er klar.  ' });
		expect(readAnswerForm(form)).toEqual({ state: 'in progress', progress: null, remark: 'Taget er klar.' });
	});

	it('leaves a colour alone that is missing, unless one is chosen', () => {
		expect(readAnswerForm(makeForm({ progress: keepWord, remark: 'Ny' }))).toEqual({ remark: 'Ny' });
	});

	it('takes what it does not know for not stated', () => {
		expect(readAnswerForm(makeForm({ state: 'asleep', fulfilment: 'white' }))).toEqual({ state: null, fulfilment: null });
	});

	it('has no version where none was sent', () => {
		expect(readVersion(makeForm({}))).toBe(-1);
		expect(readVersion(makeForm({ version: '7' }))).toBe(7);
	});
});

describe('a change of many', () => {
	it('changes nothing where nothing is chosen', () => {
		expect(readBulkChange(makeForm({ state: '', progress: '', fulfilment: '', colourReason: '' }))).toEqual({});
	});

	it('says nothing of the colour with a new state, unless one is chosen', () => {
		expect(readBulkChange(makeForm({ state: 'on hold', progress: '' }))).toEqual({ state: 'on hold' });
		const chosen = { state: 'on hold', progress: 'red', colourReason: 'Stoppet' } as const;
		expect(readBulkChange(makeForm(chosen))).toEqual(chosen);
		expect(readBulkChange(makeForm({ progress: resetWord }))).toEqual({ progress: null, colourReason: null });
	});

	it('takes a fulfilment away only when told to', () => {
		expect(readBulkChange(makeForm({ fulfilment: resetWord }))).toEqual({ fulfilment: null });
	});

	it('reads what is ticked, whatever the number looks like', () => {
		const form = new FormData();
		form.append('chosen', writeChosen({ number: '20a', version: 3 }));
		form.append('chosen', writeChosen({ number: '4:9', version: 0 }));
		form.append('chosen', 'noget andet');
		expect(readChosen(form)).toEqual([
			{ number: '20a', version: 3 },
			{ number: '4:9', version: 0 },
		]);
	});
});

describe('what has been done', () => {
	it('is told in the address and read again', () => {
		const write = (done: Parameters<typeof writeDone>[0]) =>
			new URLSearchParams(Object.entries(writeDone(done)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
		const nothing = {
			number: null,
			left: 0,
			undo: null,
			mailed: 0,
			lapsed: 0,
			lacking: null,
			incomplete: [],
			needsReason: [],
			uncoloured: [],
			deviating: [],
			stillAsked: [],
			statusDate: null,
		};
		expect(readDone(write({ what: 'rettet', count: 3, undo: '5-7' }))).toEqual({ ...nothing, what: 'rettet', count: 3, undo: '5-7' });
		const told = { what: 'rettet', count: 3, lapsed: 2, lacking: { count: 2, unanswered: 1, fields: { progress: 1, remark: 2 } } } as const;
		expect(readDone(write(told))).toEqual({ ...nothing, ...told });
		const left = { what: 'uaendret', count: 0, left: 3, incomplete: ['15a', '20'], needsReason: ['21'] } as const;
		expect(readDone(write(left))).toEqual({ ...nothing, ...left });
		const back = { what: 'indsat', count: 1, number: '49', stillAsked: ['50'] } as const;
		expect(readDone(write(back))).toEqual({ ...nothing, ...back });
		const moved = { what: 'frist', count: 1, statusDate: '2025-01-31' } as const;
		expect(readDone(write(moved))).toEqual({ ...nothing, ...moved });
		const guide = { what: 'vejledning', count: 2, deviating: ['4', '20a'] } as const;
		expect(readDone(write(guide))).toEqual({ ...nothing, ...guide });
		// Numbers of initiatives are shown, and no sentence that somebody puts in an address.
		expect(readDone(new URLSearchParams('sket=uaendret&antal=0&ufyldte=Ring+til+mig+nu'))?.incomplete).toEqual([]);
	});

	it('is nothing in an address that says something else', () => {
		expect(readDone(new URLSearchParams('sket=hacket&antal=-1'))).toBeNull();
	});
});
