/** The first of many things, as many as there is room for, and how many more there are. */
export function takeSome<Item>(items: readonly Item[], most: number): { readonly first: readonly Item[]; readonly more: number } {
	return { first: items.slice(0, most), more: Math.max(0, items.length - most) };
}
