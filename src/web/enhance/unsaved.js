// What was typed in a form marked `data-guarded` and not saved is not left without asking. The board has a guard of its own: it fetches
// its pages itself. Without script nothing asks. Kept as plain JavaScript because the file is served as it stands.

document.addEventListener('click', onLeave, true);
document.addEventListener('submit', onLeave, true);

/**
 * Asks before a link or another form leaves what was changed and not saved. A link that is opened beside the page leaves nothing.
 * @param {Event} event
 */
function onLeave(event) {
	const { target } = event;
	const form = document.querySelector('form[data-guarded]');
	if (!(form instanceof HTMLFormElement) || !(target instanceof Element) || !isChanged(form)) return;
	if (event.type === 'submit' && target === form) return;
	if (event instanceof MouseEvent) {
		const link = target.closest('a[href]');
		const isBeside = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
		const isChosen = link?.matches('[data-enhance="discard"]');
		if (target.closest('[data-enhance="keep"]')) return keepWriting(form);
		if (!link || isChosen || isBeside || link.matches('[href^="#"], [target], [download]')) return;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
	askToLeave(form);
}

/**
 * Whether something in a form is not what is stored; what came back unsaved is not.
 * @param {HTMLFormElement} form
 */
function isChanged(form) {
	if (form.dataset.unsaved !== undefined) return true;
	return [...form.elements].some((field) => {
		if (field instanceof HTMLSelectElement) return !(field.selectedOptions[0]?.defaultSelected ?? true) && hasDefault(field);
		if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked !== field.defaultChecked;
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

/** @param {HTMLFormElement} form */
function askToLeave(form) {
	const question = form.querySelector('[data-enhance="unsaved"]');
	question?.removeAttribute('hidden');
	const keep = question?.querySelector('[data-enhance="keep"]');
	if (keep instanceof HTMLElement) keep.focus();
}

/** @param {HTMLFormElement} form */
function keepWriting(form) {
	form.querySelector('[data-enhance="unsaved"]')?.setAttribute('hidden', '');
	const field = form.querySelector('input:not([type="hidden"])');
	if (field instanceof HTMLElement) field.focus();
}
