// What was typed in a form marked `data-guarded` and not saved is not left without asking: not by a link or another form, where the form
// has the question to ask, and not by closing the tab. A script that leaves a page in another way asks by the event `leaving`. Without
// script nothing asks. Kept as plain JavaScript because the file is served as it stands.

/** The form that is left on purpose: it was sent, or thrown away. @type {Element | null} */
let left = null;
/** The field that was left when the question came. @type {Element | null} */
let place = null;

document.addEventListener('click', onLeave, true);
document.addEventListener('submit', onLeave, true);
document.addEventListener('keydown', onKey);
document.addEventListener('leaving', (event) => {
	const form = findUnsaved();
	if (form) ask(event, form);
});
addEventListener('beforeunload', (event) => {
	if (getForms().some((form) => form !== left && isChanged(form))) event.preventDefault();
});
addEventListener('pageshow', () => void (left = null));

/**
 * Asks before a link or another form leaves what was changed and not saved. A link that is opened beside the page leaves nothing.
 * @param {Event} event
 */
function onLeave(event) {
	const { target } = event;
	if (!(target instanceof Element)) return;
	const form = findUnsaved(target);
	if (event instanceof MouseEvent) {
		const keep = target.closest('[data-enhance="keep"]');
		if (keep) return keepWriting(keep.closest('form'));
		const link = target.closest('a[href]');
		const isBeside = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
		if (!link || isBeside || link.matches('[data-enhance="choose-all"], [href^="#"], [target], [download]')) return;
		// A conflict's own button says what it throws away.
		const isChosen = link.matches('[data-enhance="discard"], form[data-unsaved] [data-enhance="cancel"]');
		if (isChosen) return void (left = link.closest('form'));
	}
	if (form) ask(event, form);
	else if (event.type === 'submit') left = target;
}

/**
 * Escape at the question goes on writing.
 * @param {KeyboardEvent} event
 */
function onKey(event) {
	const question = event.target instanceof Element ? event.target.closest('[data-enhance="unsaved"]') : null;
	if (event.key !== 'Escape' || !question) return;
	event.preventDefault();
	keepWriting(question.closest('form'));
}

/** @returns {HTMLFormElement[]} */
function getForms() {
	return [...document.forms].filter((form) => form.dataset.guarded !== undefined);
}

/**
 * A form with something to lose that has the question to ask.
 * @param {Element} [sent] which loses nothing
 */
function findUnsaved(sent) {
	return getForms().find((form) => form !== sent && form.querySelector('[data-enhance="unsaved"]') && isChanged(form));
}

/**
 * Whether something in a form is not what is stored; what came back unsaved is not. Boxes count where the form says so: on a board they
 * choose rows.
 * @param {HTMLFormElement} form
 */
function isChanged(form) {
	if (form.dataset.unsaved !== undefined) return true;
	return [...form.elements].some((field) => {
		if (field instanceof HTMLSelectElement) return !(field.selectedOptions[0]?.defaultSelected ?? true) && hasDefault(field);
		if (field instanceof HTMLInputElement && field.type === 'checkbox')
			return form.dataset.guarded === 'boxes' && field.checked !== field.defaultChecked;
		const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'hidden');
		return isText && field.value !== field.defaultValue;
	});
}

/**
 * Where no choice is the stored one the first is shown.
 * @param {HTMLSelectElement} field
 */
function hasDefault(field) {
	return field.selectedIndex > 0 || [...field.options].some((option) => option.defaultSelected);
}

/**
 * @param {Event} event
 * @param {HTMLFormElement} form
 */
function ask(event, form) {
	event.preventDefault();
	event.stopImmediatePropagation();
	const question = form.querySelector('[data-enhance="unsaved"]');
	const field = document.activeElement;
	place = field instanceof Element && form.contains(field) && !question?.contains(field) ? field : place;
	question?.removeAttribute('hidden');
	const keep = question?.querySelector('[data-enhance="keep"]');
	if (keep instanceof HTMLElement) keep.focus();
}

/** @param {HTMLFormElement | null} form */
function keepWriting(form) {
	form?.querySelector('[data-enhance="unsaved"]')?.setAttribute('hidden', '');
	const kept = place?.isConnected && form?.contains(place) ? place : null;
	const field = kept ?? form?.querySelector('textarea') ?? form?.querySelector('input:not([type="hidden"])');
	place = null;
	if (field instanceof HTMLElement) field.focus();
}
