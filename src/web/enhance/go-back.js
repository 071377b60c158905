// On a page that answers a form: going back to it later asks for the empty page instead of sending the form once more, which browsers
// refuse where nothing is kept. Kept as plain JavaScript because the file is served as it stands.
history.replaceState(null, '', location.pathname + (location.search.startsWith('?/') ? '' : location.search));
