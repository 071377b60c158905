import { crc32, deflateSync } from 'node:zlib';

/**
 * Pixels as a file of the PNG format (W3C recommendation): eight bits a colour, no transparency. `rows` has one filter byte, 0, before
 * the red, green and blue of each row's pixels.
 */
export function encodePng(width: number, height: number, rows: Buffer): Uint8Array {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const parts = [pngPart('IHDR', head), pngPart('IDAT', deflateSync(rows, { level: 9 })), pngPart('IEND', Buffer.alloc(0))];
	return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function pngPart(name: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
