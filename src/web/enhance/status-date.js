// Help where a round's deadline and status date are typed, for those who have script: a status date that stands as it was proposed follows a
// deadline that is set earlier. Without script the server does the same and says so. Kept as plain JavaScript because the file is served as
// it stands.

document.addEventListener('input', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || target.dataset.enhance !== 'deadline') return;
	const day = target.form?.querySelector('[data-enhance="status-date"]');
	if (!(day instanceof HTMLInputElement)) return;
	const proposed = day.dataset.proposed ?? '';
	const before = target.dataset.before ?? target.defaultValue;
	target.dataset.before = target.value;
	if (proposed !== '' && day.value === follow(proposed, before)) day.value = follow(proposed, target.value);
});

/**
 * The status date that goes with a deadline.
 * @param {string} proposed
 * @param {string} deadline
 */
function follow(proposed, deadline) {
	return deadline !== '' && deadline < proposed ? deadline : proposed;
}
