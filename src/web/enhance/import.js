// Help on the upload page for those who have script: a place to drop the file, and how far the upload is.
// Without script the form does the same, only in silence. Kept as plain JavaScript because the file is served as it stands.

openForm(document);

/**
 * Finds the form in a page or a part of one, and gives what the person meets first there: the choice of a file.
 * @param {ParentNode} place
 */
function openForm(place) {
	const form = place.querySelector('form[data-enhance="upload"]');
	if (!(form instanceof HTMLFormElement)) return null;
	const drop = form.querySelector('[data-enhance="drop"]');
	const input = form.querySelector('input[type="file"]');
	if (drop instanceof HTMLElement && input instanceof HTMLInputElement) openDropZone(form, drop, input);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		send(form);
	});
	return input instanceof HTMLElement ? input : null;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} drop
 * @param {HTMLInputElement} input
 */
function openDropZone(form, drop, input) {
	form.querySelector('[data-enhance="drop-advice"]')?.removeAttribute('hidden');
	for (const name of ['dragenter', 'dragover']) {
		drop.addEventListener(name, (event) => {
			event.preventDefault();
			drop.classList.add('over');
		});
	}
	for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
	drop.addEventListener('drop', (event) => {
		event.preventDefault();
		if (event.dataTransfer?.files.length) input.files = event.dataTransfer.files;
	});
}

/** @param {HTMLFormElement} form */
function send(form) {
	const progress = form.querySelector('[data-enhance="progress"]');
	const bar = form.querySelector('progress');
	const button = form.querySelector('button[type="submit"]');
	progress?.removeAttribute('hidden');
	button?.setAttribute('disabled', '');
	markStep(form, 'sending');

	const request = new XMLHttpRequest();
	request.open('POST', form.action);
	request.setRequestHeader('accept', 'text/html');
	request.upload.addEventListener('progress', (event) => {
		if (bar && event.lengthComputable) bar.value = (event.loaded / event.total) * 100;
	});
	request.upload.addEventListener('load', () => markStep(form, 'reading'));
	request.addEventListener('load', () => {
		// The answer is the preview when the document could be read, else this page again with the reason.
		if (request.status < 400) location.assign(request.responseURL);
		else showAnswer(request.responseText);
	});
	request.addEventListener('error', () => form.submit());
	request.send(new FormData(form));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function markStep(form, name) {
	for (const step of form.querySelectorAll('[data-step]')) {
		if (step instanceof HTMLElement && step.dataset.step === name) step.setAttribute('aria-current', 'step');
		else step.removeAttribute('aria-current');
	}
}

/** @param {string} html */
function showAnswer(html) {
	const answer = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
	const main = document.querySelector('main');
	if (!answer || !main) return;
	main.replaceWith(answer);
	openForm(answer)?.focus();
}
