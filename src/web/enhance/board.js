// Help on a round's board for those who have script: forms are sent and rows opened without the page being loaded anew, and the whole
// table is worked through by keyboard. Every form and link does the same without it. Kept as plain JavaScript because the file is
// served as it stands.

/** The initiative that the keyboard is at. */
let current = '';
/** The page that is shown. */
let shown = '';

openPage();
addEventListener('keydown', onKey);
document.addEventListener('click', onClick);
document.addEventListener('submit', onSubmit);
document.addEventListener('change', onChange);
document.addEventListener('input', (event) => {
	if (event.target instanceof HTMLTextAreaElement) showLength(event.target);
});
document.addEventListener('focusin', (event) => {
	const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
	if (row instanceof HTMLElement) current = row.dataset.row ?? '';
});
addEventListener('popstate', onBack);

/** What a page that has just come needs. */
function openPage() {
	shown = getPage(location.href);
	find('[data-enhance="shortcuts"]')?.removeAttribute('hidden');
	find('[data-enhance="filter-submit"]')?.setAttribute('hidden', '');
	for (const area of document.querySelectorAll('textarea')) showLength(area);
	for (const form of document.querySelectorAll('form[data-enhance="answer"]')) followState(form);
	find('[data-enhance="rows"] [aria-current]')?.scrollIntoView({ block: 'nearest' });
	countChosen();
}

/* ---- Pages without loading anew ---- */

/**
 * Fetches a page and puts its content in the place of this one's. What cannot be fetched is loaded in the ordinary way.
 * @param {string} address
 * @param {RequestInit} options
 * @param {boolean} [isStep] whether "back" leads here
 */
async function show(address, options = {}, isStep = true) {
	document.documentElement.setAttribute('aria-busy', 'true');
	try {
		const response = await fetch(address, { ...options, headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const [main, old] = [page.querySelector('main'), find('main')];
		if (!main || !old) return false;
		const scroll = scrollY;
		old.replaceWith(main);
		document.title = page.title;
		// A refused form answers under its action's address, which is no page.
		const { hash } = new URL(address, location.href);
		const isPage = !response.url.includes('?/') && !response.url.includes('&/');
		if (isPage && isStep) history.pushState(null, '', response.url.split('#')[0] + hash);
		else if (isPage) history.replaceState(null, '', response.url.split('#')[0] + hash);
		openPage();
		scrollTo(0, scroll);
		return true;
	} finally {
		document.documentElement.removeAttribute('aria-busy');
	}
}

/**
 * Opens a link or sends a form, and then goes where the work goes on.
 * @param {string} address
 * @param {RequestInit} options
 * @param {() => void} otherwise
 */
async function go(address, options, otherwise) {
	const shown = await show(address, options).catch(() => false);
	if (!shown) otherwise();
	else placeFocus();
}

/** Says what has been done, without its buttons, to those who do not see it: what came with a new page is not read aloud. */
function announce() {
	let told = find('#board-news');
	if (!told) {
		told = Object.assign(document.createElement('div'), { id: 'board-news', className: 'sr-only', role: 'status' });
		document.body.append(told);
	}
	const text = find('[data-enhance="done"] p, .refused[data-enhance="done"]')?.textContent ?? '';
	told.textContent = text.replace(/\s+/g, ' ').trim();
}

/** At what was refused to many, in the form that is open, at what went wrong, at the row that was left, or where there is none at what has been done. */
function placeFocus() {
	announce();
	const refused = find('.refused[data-enhance="done"]');
	if (refused instanceof HTMLElement) {
		refused.focus({ preventScroll: true });
		return;
	}
	const conflict = find('form[data-enhance="answer"]')?.closest('[data-row]');
	const field = conflict?.querySelector('select, textarea');
	if (field instanceof HTMLElement) {
		conflict?.scrollIntoView({ block: 'nearest' });
		field.focus({ preventScroll: true });
		return;
	}
	const row = getRows().find((each) => each.dataset.row === current);
	const done = find('[data-enhance="done"]');
	if (row) focusRow(row);
	else if (done instanceof HTMLElement) done.focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
function onClick(event) {
	if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
	const link = event.target instanceof Element ? event.target.closest('a[data-enhance]') : null;
	if (!(link instanceof HTMLAnchorElement)) return;
	const kind = link.dataset.enhance;
	if (kind === 'choose-all') {
		event.preventDefault();
		chooseAll();
	} else if (kind === 'edit' || kind === 'cancel' || (kind === 'discard' && link.closest('#tabel'))) {
		event.preventDefault();
		void go(link.href, {}, () => location.assign(link.href));
	}
}

/** @param {SubmitEvent} event */
function onSubmit(event) {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || !form.closest('#tabel') || form.method !== 'post') return;
	event.preventDefault();
	const { submitter } = event;
	const button = submitter instanceof HTMLButtonElement ? submitter : null;
	const body = new URLSearchParams();
	for (const [name, value] of new FormData(form, button)) body.append(name, String(value));
	const address = button?.hasAttribute('formaction') ? button.formAction : form.action;
	if (form.dataset.enhance === 'answer' && button?.value === 'next') current = getNext(current) ?? current;
	void go(address, { method: 'POST', body }, () => {
		form.action = address;
		if (button?.name)
			form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
		form.submit();
	});
}

/** Back and forward: to another place of the page nothing is fetched, and what was typed is not left without asking. */
function onBack() {
	if (getPage(location.href) === shown) return;
	if (mayLeave()) void show(location.href, {}, false);
	else history.pushState(null, '', shown);
}

/** @param {string} address */
function getPage(address) {
	return address.split('#')[0] ?? address;
}

/** Whether nothing that was typed would be lost; where something would, `unsaved.js` asks. */
function mayLeave() {
	return document.dispatchEvent(new Event('leaving', { cancelable: true }));
}

/* ---- Fields ---- */

/** @param {Event} event */
function onChange(event) {
	const { target } = event;
	if (!(target instanceof HTMLElement)) return;
	const filters = target.closest('form[data-enhance="filters"]');
	if (filters instanceof HTMLFormElement) filters.requestSubmit();
	const answer = target.closest('form[data-enhance="answer"]');
	if (answer) followState(answer);
	if (target.matches('[name="chosen"]')) countChosen();
}

/**
 * The colour that follows from the state is said in the choice of colour; the reason is asked for when another one is chosen, and
 * never where none follows.
 * @param {Element} form
 */
function followState(form) {
	const state = form.querySelector('[data-enhance="state"]');
	const progress = form.querySelector('[data-enhance="progress"]');
	if (!(state instanceof HTMLSelectElement) || !(progress instanceof HTMLSelectElement)) return;
	const labels = JSON.parse(progress.dataset.labels ?? '{}');
	if (progress.options[0]) progress.options[0].text = labels[state.value] ?? progress.options[0].text;
	const reason = form.querySelector('[data-enhance="reason"]');
	const input = reason?.querySelector('input');
	const isChosen = progress.value !== '' && progress.value !== 'behold';
	const isGuided = (progress.dataset.guided ?? '').split(',').includes(state.value);
	reason?.toggleAttribute('hidden', !isGuided || (!isChosen && !input?.value));
}

/** @param {HTMLTextAreaElement} area */
function showLength(area) {
	const hint = area.parentElement?.querySelector('[data-enhance="count"]');
	if (!(hint instanceof HTMLElement)) return;
	const limit = Number(hint.dataset.limit);
	const length = [...area.value.normalize('NFC').replace(/\r\n/g, '\n')].length;
	hint.dataset.text ??= hint.textContent ?? '';
	hint.textContent = `${hint.dataset.text} (${length})`;
	hint.classList.toggle('too-long', length > limit);
}

function chooseAll() {
	const boxes = getBoxes();
	const all = boxes.every((box) => box.checked);
	for (const box of boxes) box.checked = !all;
	countChosen();
}

function countChosen() {
	const said = find('[data-enhance="chosen"]');
	const count = getBoxes().filter((box) => box.checked).length;
	if (said instanceof HTMLElement) said.textContent = (said.dataset.text ?? '').replace('{number}', String(count));
}

/* ---- Keyboard ---- */

/** @type {Readonly<Record<string, (row: HTMLElement | undefined) => void>>} */
const keys = {
	j: () => move(1),
	ArrowDown: () => move(1),
	k: () => move(-1),
	ArrowUp: () => move(-1),
	Enter: (row) => click(row, '[data-enhance="open"]'),
	o: (row) => click(row, '[data-enhance="open"]'),
	e: (row) => (row ? click(row, '[data-enhance="edit"]') : focusOn('form[data-enhance="answer"] select')),
	x: (row) => click(row, '[name="chosen"]'),
	a: (row) => accept(row),
	u: () => click(document.body, 'button[data-enhance="undo"]'),
	'/': () => focusOn('[data-key="/"]'),
	'?': () => find('[data-enhance="shortcuts"]')?.toggleAttribute('open'),
	Escape: () => click(document.body, '[data-enhance="up"]'),
};

/** @param {KeyboardEvent} event */
function onKey(event) {
	const { target, key } = event;
	if (event.defaultPrevented || event.altKey || event.metaKey || !(target instanceof Element)) return;
	const form = target.closest('form[data-enhance="answer"]');
	if (form instanceof HTMLFormElement) {
		onFormKey(event, form);
		return;
	}
	const isField = target.matches('input:not([type="checkbox"]), select, textarea, summary, button');
	const isOwnKey = key === 'Enter' && target.matches('a, [type="checkbox"]');
	if (event.ctrlKey || isField || isOwnKey) return;
	const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
	if (!act) return;
	event.preventDefault();
	const row = getRows().find((each) => each.dataset.row === current);
	act(row);
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLFormElement} form
 */
function onFormKey(event, form) {
	if (event.key === 'Enter' && event.ctrlKey) {
		event.preventDefault();
		const next = form.querySelector('[data-enhance="next"]');
		const mine = form.querySelector('[data-enhance="mine"]');
		// Somebody else's answer is written over by the button that says so, never by a habit of the hand.
		if (mine instanceof HTMLElement) mine.focus();
		else form.requestSubmit(next instanceof HTMLElement ? next : null);
	} else if (event.key === 'Escape') {
		event.preventDefault();
		const cancel = form.querySelector('[data-enhance="cancel"]');
		if (!mayLeave()) return;
		if (cancel instanceof HTMLElement) cancel.click();
		else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	}
}

/** @param {1 | -1} step */
function move(step) {
	const rows = getRows();
	if (rows.length === 0) {
		click(document.body, step === 1 ? '[data-enhance="following"]' : '[data-enhance="previous"]');
		return;
	}
	const at = rows.findIndex((row) => row.dataset.row === current);
	const row = at === -1 ? rows[step === 1 ? 0 : rows.length - 1] : rows[at + step];
	if (row) focusRow(row);
}

/** @param {string} number */
function getNext(number) {
	const rows = getRows();
	return rows[rows.findIndex((row) => row.dataset.row === number) + 1]?.dataset.row;
}

/** @param {HTMLElement} row */
function focusRow(row) {
	current = row.dataset.row ?? '';
	row.focus({ preventScroll: true });
	row.scrollIntoView({ block: 'nearest' });
}

/**
 * Accepts the chosen ones, or where none is chosen the one the keyboard is at.
 * @param {HTMLElement | undefined} row
 */
function accept(row) {
	const box = row?.querySelector('[name="chosen"]');
	if (box instanceof HTMLInputElement && !getBoxes().some((each) => each.checked)) box.checked = true;
	click(document.body, '[data-enhance="accept"]');
}

/** @param {string} selector */
function find(selector) {
	return document.querySelector(selector);
}

/** @returns {HTMLElement[]} */
function getRows() {
	return [...document.querySelectorAll('tr[data-row]')].filter((row) => row instanceof HTMLElement);
}

/** @returns {HTMLInputElement[]} */
function getBoxes() {
	return [...document.querySelectorAll('[name="chosen"]')].filter((box) => box instanceof HTMLInputElement);
}

/**
 * @param {Element | undefined} place
 * @param {string} selector
 */
function click(place, selector) {
	const thing = place?.querySelector(selector);
	if (thing instanceof HTMLElement) thing.click();
}

/** @param {string} selector */
function focusOn(selector) {
	const thing = find(selector);
	if (thing instanceof HTMLElement) thing.focus();
}
