/** What the hand-made PDF of a test has besides its drawing operations. */
export type RawPdf = { readonly content: string; readonly rotate?: number; readonly encrypted?: boolean };

/** A PDF of one A4 page with the font /F (Helvetica) and the drawing operations given, for what a typesetter would not make. */
export function makeRawPdf({ content, rotate = 0, encrypted = false }: RawPdf): Uint8Array {
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> /Contents 4 0 R >>`,
		`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		'<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
		`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
	];
	let file = '%PDF-1.4\n';
	const offsets: number[] = [];
	for (const [index, object] of objects.entries()) {
		offsets.push(Buffer.byteLength(file, 'latin1'));
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
	}
	const start = Buffer.byteLength(file, 'latin1');
	const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const lock = encrypted ? ` /Encrypt 7 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${lock} >>\n`;
	return new Uint8Array(Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1'));
}

/** Operations that write a text with its lower left corner at a place. */
export function writeAt(x: number, y: number, text: string, size = 8): string {
	return `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/gu, '\\$&')}) Tj ET\n`;
}

/** Operations that fill a rectangle. */
export function paintAt(x: number, y: number, width: number, height: number, rgb: string): string {
	return `${rgb} rg ${x} ${y} ${width} ${height} re f 0 0 0 rg\n`;
}
