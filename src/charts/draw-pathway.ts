import { placePathway, type PathwayPicture, type PictureBox, type PlacedLine } from './place-pathway.ts';
import { escapeText, fixed } from './svg-text.ts';

const ink = '#1b232b';
const soft = '#55616c';
const accent = '#12505b';
/** Of the wedges, on white. */
export const shadeColours = ['#8fb0b6', '#d3e0e2', '#abc3c8', '#e7eff0'];
const strokes: Readonly<Record<PlacedLine['kind'], string>> = {
	baseline: `stroke="${soft}" stroke-width="1.6" stroke-dasharray="1.5 3.5" stroke-linecap="round"`,
	target: `stroke="${ink}" stroke-width="1.4"`,
	other: `stroke="${accent}" stroke-width="1.6" stroke-dasharray="6 3.5"`,
	path: `stroke="${accent}" stroke-width="2.8"`,
};

/**
 * Draws the picture of a path as SVG for a report: the same placing as on the page. Give the text alternative where the picture is
 * used; the picture itself has none.
 */
export function drawPathway(
	picture: PathwayPicture,
	box: PictureBox,
	{ tonnes, fontFamily }: { readonly tonnes: (value: number) => string; readonly fontFamily: string },
): string {
	const { plot, ...placed } = placePathway(picture, box);
	const size = box.fontSize;
	const label = (x: number, y: number, anchor: string, words: string | number) =>
		`<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" fill="${soft}">${escapeText(String(words))}</text>`;
	const parts = [
		...placed.tonnes.map(
			({ at, value }) =>
				`<path d="M${fixed(plot.left)} ${at}H${fixed(plot.right)}" stroke="${value === 0 ? ink : '#d3dae0'}" stroke-width="0.8"/>`,
		),
		...placed.wedges.map(({ d, shade }) =>
			d === '' ? '' : `<path d="${d}" fill="${shadeColours[shade] ?? '#ffffff'}" stroke="#ffffff" stroke-width="0.8"/>`,
		),
		placed.band === '' ? '' : `<path d="${placed.band}" fill="${ink}" fill-opacity="0.13"/>`,
		...placed.lines.map(({ kind, d }) => (d === '' ? '' : `<path d="${d}" fill="none" ${strokes[kind]} stroke-linejoin="round"/>`)),
		...placed.targetPoints.map(({ x, y }) => `<path d="M${fixed(x - 4)} ${fixed(y - 5)}h8l-4 7z" fill="${ink}"/>`),
		...placed.accountPoints.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="#ffffff" stroke="${ink}" stroke-width="1.8"/>`),
		...placed.tonnes.map(({ at, value }) => label(plot.left - size * 0.6, at + size * 0.36, 'end', tonnes(value))),
		...placed.years.map(({ at, value }) => label(at, plot.bottom + size * 1.5, 'middle', value)),
		...placed.wedges.map(({ name, label: at }) =>
			at ? `<text x="${at.x}" y="${at.y}" text-anchor="middle" font-weight="600" fill="${ink}">${escapeText(name)}</text>` : '',
		),
	];
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}" ` +
		`font-family="${fontFamily}" font-size="${size}">${parts.join('')}</svg>`
	);
}
