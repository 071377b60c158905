import { expect, it } from 'vitest';
import { renderRefusal } from './refusal-page.ts';

it('says what happened to a form that is refused unread, and leads back to it', () => {
	const page = renderRefusal(413, { locale: 'da', pathname: '/soroe/regnskab/indlaes' });
	expect(page).toContain('<html lang="da">');
	expect(page).toContain('Intet er gemt.');
	expect(page).toContain('<a href="/soroe/regnskab/indlaes">');
	expect(page).toContain('<a href="/">');
});
