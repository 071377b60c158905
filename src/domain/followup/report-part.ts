/** What a report can be limited to: a committee, a section of the plan, an organisation unit, a UN goal (`1` to `17`), a theme. */
export const partKinds = ['committee', 'section', 'unit', 'sdg', 'theme'] as const;
export type PartKind = (typeof partKinds)[number];
export type ReportPart = { readonly kind: PartKind; readonly value: string };
