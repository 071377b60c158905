// Small help on the register for those who have script: the list follows the filters as they are chosen.
// Without script the button does the same. Kept as plain JavaScript because the file is served as it stands.

const key = 'register-focus';
const form = document.querySelector('form[data-enhance="filters"]');

if (form instanceof HTMLFormElement) {
	form.querySelector('[data-enhance="advice"]')?.removeAttribute('hidden');

	form.addEventListener('change', (event) => {
		const target = event.target;
		if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
		// The new page puts the reader back where the old one was left.
		sessionStorage.setItem(key, JSON.stringify({ id: target.id, scroll: scrollY, open: form.closest('details')?.open ?? false }));
		form.requestSubmit();
	});

	const left = sessionStorage.getItem(key);
	sessionStorage.removeItem(key);
	if (left) {
		const { id, scroll, open } = JSON.parse(left);
		const fold = form.closest('details');
		if (fold && open) fold.open = true;
		document.getElementById(id)?.focus({ preventScroll: true });
		scrollTo(0, scroll);
	}
}
