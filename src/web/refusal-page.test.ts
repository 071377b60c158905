import { expect, it } from 'vitest';
import { renderRefusal } from './refusal-page.ts';

const render = (address: string) => renderRefusal(413, { locale: 'da', url: new URL(`https://fremdrift.example${address}`) });

it('says what happened to a form that is refused unread, and leads back to it', () => {
	const page = render('/soroe/regnskab/indlaes');
	expect(page).toContain('<html lang="da">');
	expect(page).toContain('Intet er gemt.');
	expect(page).toContain('<a href="/soroe/regnskab/indlaes">');
	expect(page).toContain('<a href="/">');
});

it.each([
	['/soroe/sti/fremskrivning?/save&scenarie=a1', '/soroe/sti/fremskrivning?scenarie=a1'],
	['/soroe/sti/virkemiddel?scenarie=a1&%2Fsave=&id=x', '/soroe/sti/virkemiddel?scenarie=a1&amp;id=x'],
	['/soroe/runde/2024?/give', '/soroe/runde/2024'],
	['//evil.example/x', '/evil.example/x'],
	['/./\\/evil.example/x', '/evil.example/x'],
	['/soroe/a&b?q="x\'<y>"&z', '/soroe/a&amp;b?q=%22x%27%3Cy%3E%22&amp;z'],
])('leads from %s to a page of this site, with what it asked for and without what the form was to do', (address, href) => {
	expect(render(address)).toContain(`<p><a href="${href}">`);
});

it('lets no text of an address out of its quotes', () => {
	const url = { pathname: '/"><b', search: '?\'&"' };
	expect(renderRefusal(413, { locale: 'da', url })).toContain('<a href="/&quot;&gt;&lt;b?&#39;&amp;&quot;">');
});
