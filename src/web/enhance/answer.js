// Help on the owner's page for those who have script: saves as one types, and loses nothing when the connection or the tab is gone.
// Without script the buttons do the same. Kept as plain JavaScript because the file is served as it stands.

const form = document.querySelector('form[data-enhance="answer"]');
if (form instanceof HTMLFormElement) keepSaved(form);

/** @param {HTMLFormElement} form */
function keepSaved(form) {
	const address = `${location.pathname.replace(/\/$/, '')}/kladde`;
	const place = `svar ${location.pathname}`;
	const told = form.querySelector('[data-answer="state"]');
	/** @type {number | undefined} */
	let timer;
	let isSending = false;
	let isChanged = false;
	let pause = 1000;
	setEditor(form);
	openCounters(form);
	if (bringBack(form, place)) {
		tell(form.dataset.recovered ?? '');
		later(0);
	}

	form.addEventListener('input', () => {
		isChanged = true;
		keepHere(form, place);
		later(800);
	});
	form.addEventListener('change', () => later(200));
	// What is sent whole needs no draft, and must not be overtaken by one.
	form.addEventListener('submit', () => {
		window.clearTimeout(timer);
		isChanged = false;
		localStorage.removeItem(place);
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
				setValue(form, 'version', String(answer.version));
				tell(answer.saved);
				listMissing(answer.missing);
				// Typed on while it was under way: that is not saved yet.
				if (JSON.stringify(sent) === JSON.stringify(readValues(form))) localStorage.removeItem(place);
				else later(300);
			} else if (answer.isConflict) showConflict(form);
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

	/** @param {string} text */
	function tell(text) {
		if (told) told.textContent = text;
	}
}

/** A word of this page's own: a save that repeats one of its own is no conflict. @param {HTMLFormElement} form */
function setEditor(form) {
	const key = `editor ${location.pathname}`;
	const word = sessionStorage.getItem(key) ?? crypto.randomUUID?.() ?? String(Math.random());
	sessionStorage.setItem(key, word);
	setValue(form, 'editor', word);
}

/** The page with both texts, made by the server. @param {HTMLFormElement} form */
function showConflict(form) {
	const button = form.querySelector('button[formaction="?/draft"]');
	if (button instanceof HTMLButtonElement) form.requestSubmit(button);
}

/** @param {HTMLFormElement} form @returns {[string, string][]} */
function readValues(form) {
	return [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' && name !== 'version' && name !== 'editor' ? [/** @type {[string, string]} */ ([name, value])] : [],
	);
}

/** @param {HTMLFormElement} form @param {string} place */
function keepHere(form, place) {
	try {
		localStorage.setItem(place, JSON.stringify({ values: readValues(form), at: Date.now() }));
	} catch {
		// No room or not allowed: then the server's copy is the only one.
	}
}

/** Puts back what was typed and never reached the server; gives whether anything differed. @param {HTMLFormElement} form @param {string} place */
function bringBack(form, place) {
	try {
		const { values, at } = JSON.parse(localStorage.getItem(place) ?? '{}');
		const isRecent = typeof at === 'number' && Date.now() - at < 14 * 24 * 60 * 60 * 1000;
		if (!Array.isArray(values) || !isRecent || JSON.stringify(values) === JSON.stringify(readValues(form))) return false;
		for (const [name, value] of values) setValue(form, name, value);
		return true;
	} catch {
		return false;
	}
}

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

/** @param {readonly string[]} sentences */
function listMissing(sentences) {
	const list = document.querySelector('[data-answer="missing"]');
	if (!list) return;
	list.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })));
	list.closest('.alert')?.toggleAttribute('hidden', sentences.length === 0);
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
