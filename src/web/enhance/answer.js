// Help on the owner's pages for those who have script: saves as one types, and loses nothing when the connection, the session or the
// tab is gone. Without script the buttons do the same. Kept as plain JavaScript because the file is served as it stands.
//
// What is typed has a copy in this browser until the server has said that it has it, or a page shows that it does. Each tab has its own
// copy and its own word: two tabs are two who write, and the second sees both texts.

/** @typedef {{ values: [string, string][], version: string, editor: string, at: number, receipt?: string }} Copy */

const place = `svar ${location.pathname}`;
forgetReceived();
const editor = await takeEditor();
const form = document.querySelector('form[data-enhance="answer"]');
if (form instanceof HTMLFormElement) await keepSaved(form);
else await showKept();

/** @param {HTMLFormElement} form */
async function keepSaved(form) {
	const address = `${location.pathname.replace(/\/$/, '')}/kladde`;
	const told = form.querySelector('[data-answer="state"]');
	/** @type {number | undefined} */
	let timer;
	let isSending = false;
	let isChanged = false;
	/** The version of the answer that is shown beside the own text, while none is chosen: nothing is written over until then. @type {string | null} */
	let shown = null;
	let pause = 1000;
	setEverywhere('editor', editor);
	openCounters(form);
	followState(form);
	const refused = form.dataset.refused === undefined ? null : document.querySelector('[data-answer="both"]');
	if (refused) {
		letChoose(refused, String(new FormData(form).get('version') ?? ''), () => refused.remove());
		// The page is of the newest version, but what is typed is not upon it before its writer says so: also after coming back.
		setEverywhere('version', '-1');
	}
	if (await bringBack(form)) {
		tell(form.dataset.recovered ?? '');
		later(0);
	}

	form.addEventListener('input', () => {
		isChanged = true;
		keepHere(form);
		later(800);
	});
	form.addEventListener('change', () => {
		followState(form);
		later(200);
	});
	document.addEventListener('submit', (event) => {
		if (!(event.target instanceof HTMLFormElement) || !event.target.elements.namedItem('receipt')) return;
		// What is sent whole needs no draft, and must not be overtaken by one.
		window.clearTimeout(timer);
		isChanged = false;
		// What else is sent was sent without choosing: the other text stands in its way.
		const action = event.submitter instanceof HTMLButtonElement ? event.submitter.formAction : '';
		if (event.target === form && !action.endsWith('?/unchanged')) takeOwn();
		if (action.endsWith('?/theirs')) localStorage.removeItem(keyOf(editor));
		else leave(form, event.target);
	});
	window.addEventListener('online', () => later(0));
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden' && isChanged && !isSending) void save();
	});

	/** @param {number} wait */
	function later(wait) {
		window.clearTimeout(timer);
		timer = window.setTimeout(() => void save(), wait);
	}

	async function save() {
		if (shown !== null) return;
		if (isSending) return later(300);
		isSending = true;
		isChanged = false;
		tell(form.dataset.saving ?? '');
		const sent = readValues(form);
		try {
			const response = await fetch(address, { method: 'POST', body: new FormData(form), keepalive: true });
			const answer = await response.json();
			pause = 1000;
			if (response.ok) {
				setEverywhere('version', String(answer.version));
				tell(answer.saved);
				listMissing(answer.missing);
				// Typed on while it was under way: that is not saved yet. The reason for what is unchanged is no part of a draft.
				const isStill = JSON.stringify(sent) === JSON.stringify(readValues(form));
				if (!isStill) later(300);
				else if (!new FormData(form).get('unchangedReason')) localStorage.removeItem(keyOf(editor));
			} else if (answer.isConflict) await choose();
			else tell(answer.message);
		} catch {
			isChanged = true;
			tell(form.dataset.unsaved ?? '');
			pause = Math.min(pause * 2, 60_000);
			later(pause);
		} finally {
			isSending = false;
		}
	}

	/** The own text is chosen, knowing the other: until then it counts as typed upon what was there before. */
	function takeOwn() {
		if (shown !== null) setEverywhere('version', shown);
		shown = null;
	}

	/** Lets who types see both texts where the typing is, and choose; nothing that is typed is touched. */
	async function choose() {
		const page = await askForBoth(form);
		const both = page.querySelector('[data-answer="both"]');
		const version = page.querySelector('form[data-enhance="answer"] [name="version"]')?.getAttribute('value');
		// A page without both texts says something else, which only the server can tell.
		if (!both || !version) return sendWhole(form);
		letChoose(both, version, showBoth(form, both));
		tell('');
	}

	/**
	 * Both texts are shown: nothing is saved until one of them is chosen.
	 * @param {Element} both
	 * @param {string} version of the answer that is shown
	 * @param {() => void} end takes them away
	 */
	function letChoose(both, version, end) {
		shown = version;
		both.querySelector('button[formaction="?/draft"]')?.addEventListener('click', (event) => {
			event.preventDefault();
			takeOwn();
			end();
			later(0);
		});
	}

	/** @param {string} text */
	function tell(text) {
		if (told) told.textContent = text;
	}
}

/* ---- The word of this tab ---- */

/**
 * A word of this tab's own: a save that repeats one of its own is no conflict. It lives on when the page is loaded anew, and is held
 * as long as the page is open, so that a tab that was opened as a copy of this one gets another.
 */
async function takeEditor() {
	const key = `editor ${location.pathname}`;
	const kept = sessionStorage.getItem(key);
	// The page that is just being left lets go of its word within a moment.
	const word = kept && (await hold(kept, 500)) ? kept : makeWord();
	if (word !== kept) await hold(word, 0);
	sessionStorage.setItem(key, word);
	return word;
}

/**
 * Holds a word until the page is left; false when another page holds it, or nobody can tell.
 * @param {string} word
 * @param {number} patience milliseconds to wait for a page that holds it
 * @returns {Promise<boolean>}
 */
function hold(word, patience) {
	// Only a secure page has locks.
	if (!navigator.locks) return Promise.resolve(false);
	return new Promise((resolve) => {
		const options = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
		navigator.locks
			.request(`svar ${word}`, options, (lock) => {
				resolve(lock !== null);
				return lock === null ? undefined : new Promise(() => {});
			})
			.catch(() => resolve(false));
	});
}

/** In every form of the page: what one of them saves the others must know. @param {string} name @param {string} value */
function setEverywhere(name, value) {
	for (const each of document.forms) setValue(each, name, value);
}

/**
 * The page with both texts, as the server makes it for the form sent whole. Throws when there is no connection.
 * @param {HTMLFormElement} form
 */
async function askForBoth(form) {
	const headers = { accept: 'text/html' };
	const response = await fetch('?/draft', { method: 'POST', body: new FormData(form), headers });
	return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * Puts both texts under the form, and by the field that is typed in the way to them: nothing above it moves. Gives what ends it.
 * @param {HTMLFormElement} form
 * @param {Element} both
 */
function showBoth(form, both) {
	const field = form.contains(document.activeElement) ? document.activeElement : null;
	const group = field?.closest('.form-group');
	const way = Object.assign(document.createElement('p'), { className: 'both-way' });
	way.setAttribute('role', 'alert');
	document.querySelector('[data-answer="both"]')?.remove();
	form.after(both);
	if (group) group.append(way);
	else form.querySelector('.button-row')?.before(way);
	way.append(Object.assign(document.createElement('a'), { href: '#both', textContent: both.getAttribute('data-way') ?? '' }));
	return () => {
		way.remove();
		both.remove();
		if (field instanceof HTMLElement) field.focus();
	};
}

/** The page that the server makes of the form sent whole. @param {HTMLFormElement} form */
function sendWhole(form) {
	const button = form.querySelector('button[formaction="?/draft"]');
	if (button instanceof HTMLButtonElement) form.requestSubmit(button);
}

/** @param {HTMLFormElement} form @returns {[string, string][]} */
function readValues(form) {
	const own = ['version', 'editor', 'receipt', 'shown', 'unchangedShown'];
	return [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' && !own.includes(name) ? [/** @type {[string, string]} */ ([name, value])] : [],
	);
}

/* ---- The copy in this browser ---- */

/** Where a tab keeps its copy of what is typed on this page. @param {string} word */
function keyOf(word) {
	return `${place}#${word}`;
}

/** @returns {Copy | null} */
function readCopy(key = keyOf(editor)) {
	try {
		const copy = JSON.parse(localStorage.getItem(key) ?? 'null');
		const isRecent = typeof copy?.at === 'number' && Date.now() - copy.at < 14 * 24 * 60 * 60 * 1000;
		if (Array.isArray(copy?.values) && isRecent) return copy;
		localStorage.removeItem(key);
	} catch {
		// Not allowed, or none of ours.
	}
	return null;
}

/** @param {Copy} copy */
function writeCopy(copy) {
	try {
		localStorage.setItem(keyOf(editor), JSON.stringify(copy));
	} catch {
		// No room or not allowed: then the server's copy is the only one.
	}
}

/** The newest copy that a tab left behind which is open no more. @returns {Promise<Copy | null>} */
async function adoptCopy() {
	const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${place}#`) && key !== keyOf(editor));
	const copies = keys.flatMap((key) => {
		const copy = readCopy(key);
		return copy ? [{ key, copy }] : [];
	});
	for (const { key, copy } of copies.sort((left, right) => right.copy.at - left.copy.at)) {
		// Where nobody can tell whether the other tab is still open, the text is brought back as somebody else's.
		if (navigator.locks && !(await hold(copy.editor, 0))) continue;
		const adopted = navigator.locks ? copy : { ...copy, editor: '' };
		localStorage.removeItem(key);
		writeCopy(adopted);
		return adopted;
	}
	return null;
}

/** Where nothing can be answered any more: what was typed here and never reached the server, for who typed it to take along. */
async function showKept() {
	const kept = document.querySelector('[data-answer="kept"]');
	const field = kept?.querySelector('textarea');
	const copy = kept?.hasAttribute('hidden') ? (readCopy() ?? (await adoptCopy())) : null;
	if (!field || !copy) return;
	const page = document.querySelector('main')?.textContent ?? '';
	const names = ['remark', 'fulfilmentText', 'colourReason', 'unchangedReason'];
	const texts = copy.values.flatMap(([name, value]) => (names.includes(name) ? value.trim() || [] : []));
	const unknown = texts.filter((text) => !page.includes(text));
	field.value = unknown.join('\n\n');
	kept?.toggleAttribute('hidden', unknown.length === 0);
}

/** What is typed, with the version of the answer it was typed upon. @param {HTMLFormElement} form */
function keepHere(form) {
	const [version, word] = ['version', 'editor'].map((name) => String(new FormData(form).get(name) ?? ''));
	writeCopy({ values: readValues(form), version: version ?? '', editor: word ?? '', at: Date.now() });
}

/**
 * The page is about to be left by one of its forms: the copy stays until the next page says by a receipt that all went well.
 * @param {HTMLFormElement} form
 * @param {HTMLFormElement} sent
 */
function leave(form, sent) {
	if (sent === form) keepHere(form);
	const [copy, receipt] = [readCopy(), makeWord()];
	setValue(sent, 'receipt', receipt);
	if (copy) writeCopy({ ...copy, receipt });
}

/** Forgets what the server has just taken, which the address of the page that follows says. */
function forgetReceived() {
	const receipt = new URLSearchParams(location.search).get('kvittering');
	if (!receipt) return;
	for (const key of Object.keys(localStorage).filter((each) => each.startsWith('svar '))) {
		if (readCopy(key)?.receipt === receipt) localStorage.removeItem(key);
	}
}

/** Puts back what was typed and never reached the server; gives whether anything differed. @param {HTMLFormElement} form */
async function bringBack(form) {
	const copy = readCopy() ?? (await adoptCopy());
	// A page that was refused shows what was sent, not what the server has.
	if (!copy || form.dataset.refused !== undefined) return false;
	if (describe(form, copy.values) === describe(form, readValues(form))) {
		localStorage.removeItem(keyOf(editor));
		return false;
	}
	for (const [name, value] of copy.values) setValue(form, name, value);
	// Typed upon what the page showed then: if that has changed since, both texts are shown.
	setValue(form, 'version', copy.version);
	if (copy.editor) setValue(form, 'editor', copy.editor);
	return true;
}

/**
 * What an answer says, however it is written: the server leaves out outer spaces and a colour that is the guide's.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} values
 */
function describe(form, values) {
	const said = Object.fromEntries(values.map(([name, value]) => [name, value.normalize('NFC').replace(/\r\n/g, '\n').trim()]));
	const guide = JSON.parse(form.dataset.colours ?? '{}')[said.state ?? ''];
	if (guide && said.progress === guide) said.progress = '';
	return JSON.stringify(
		Object.entries(said)
			.filter(([, value]) => value !== '')
			.sort(),
	);
}

function makeWord() {
	return crypto.randomUUID?.() ?? String(Math.random()).slice(2);
}

/* ---- Fields ---- */

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function setValue(form, name, value) {
	const field = form.elements.namedItem(name);
	if (
		field instanceof RadioNodeList ||
		field instanceof HTMLInputElement ||
		field instanceof HTMLTextAreaElement ||
		field instanceof HTMLSelectElement
	)
		field.value = value;
}

/** @typedef {{ problem: string, place: string, sentence: string }} Missing */

/** What is still missing; fields that lack nothing more lose their mark. @param {readonly Missing[]} missing */
function listMissing(missing) {
	const list = document.querySelector('[data-answer="missing"]');
	list?.replaceChildren(
		...missing.map(({ place, sentence }) => {
			const item = document.createElement('li');
			item.append(Object.assign(document.createElement('a'), { href: `#${place}`, textContent: sentence }));
			return item;
		}),
	);
	list?.closest('[data-answer="summary"]')?.toggleAttribute('hidden', missing.length === 0);
	for (const told of document.querySelectorAll('[data-problem]')) {
		if (!(told instanceof HTMLElement) || missing.some(({ problem }) => problem === told.dataset.problem)) continue;
		const group = told.closest('.form-group');
		group?.classList.remove('form-error');
		for (const field of [group, ...(group?.querySelectorAll('[aria-invalid]') ?? [])]) field?.removeAttribute('aria-invalid');
		told.remove();
	}
}

/** Where the guide has no colour for the chosen state, one is chosen without a reason: the choice comes into view. @param {HTMLFormElement} form */
function followState(form) {
	const colours = JSON.parse(form.dataset.colours ?? '{}');
	const state = String(new FormData(form).get('state') ?? '');
	const isSilent = state !== '' && colours[state] === null;
	const choice = form.elements.namedItem('progress');
	if (!(choice instanceof HTMLSelectElement)) return;
	for (const words of [choice.options[0], form.querySelector('[data-answer="colour"]')]) {
		const { follow, choose } = words instanceof HTMLElement ? words.dataset : {};
		if (words && follow && choose) words.textContent = isSilent ? choose : follow;
	}
	if (isSilent) form.querySelector('details[data-answer="progress"]')?.setAttribute('open', '');
}

/** @param {HTMLFormElement} form */
function openCounters(form) {
	for (const counter of form.querySelectorAll('[data-count]')) {
		if (!(counter instanceof HTMLElement)) continue;
		const field = form.elements.namedItem(counter.dataset.count ?? '');
		if (!(field instanceof HTMLTextAreaElement)) continue;
		const limit = Number(field.dataset.limit);
		const language = document.documentElement.lang;
		field.addEventListener('input', () => {
			const length = [...field.value.normalize('NFC')].length;
			counter.textContent = (counter.dataset.text ?? '').replace('#', length.toLocaleString(language));
			counter.classList.toggle('over', length > limit);
		});
	}
}
