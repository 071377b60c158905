import { expect, it } from 'vitest';
import { escapeHtml } from './escape-html.ts';

it('leaves no markup in a text, and no quote that ends an attribute', () => {
	expect(escapeHtml(`<a href="x" title='y'>Vej & park</a>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;Vej &amp; park&lt;/a&gt;');
});
