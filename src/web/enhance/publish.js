// Help on the publishing page for those who have script: a button that has been pressed says that the files are being made, and is not
// pressed twice. Without script the form does the same, only in silence. Kept as plain JavaScript because the file is served as it stands.

for (const form of document.querySelectorAll('form[data-enhance="publish"]')) {
	if (!(form instanceof HTMLFormElement)) continue;
	form.addEventListener('submit', (event) => {
		if (form.getAttribute('aria-busy') === 'true') event.preventDefault();
		else setBusy(form, true);
	});
}

// Whoever goes back to this page meets it as it was left.
addEventListener('pageshow', ({ persisted }) => {
	if (!persisted) return;
	for (const form of document.querySelectorAll('form[data-enhance="publish"]')) if (form instanceof HTMLFormElement) setBusy(form, false);
});

/**
 * The button stays where the focus is: one that is disabled would lose it.
 * @param {HTMLFormElement} form
 * @param {boolean} isBusy
 */
function setBusy(form, isBusy) {
	form.setAttribute('aria-busy', String(isBusy));
	form.querySelector('button[type="submit"]')?.setAttribute('aria-disabled', String(isBusy));
	const told = form.querySelector('[data-busy]');
	if (told instanceof HTMLElement) told.textContent = isBusy ? (told.dataset.busy ?? '') : (told.dataset.still ?? '');
}
