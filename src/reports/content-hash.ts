import { createHash } from 'node:crypto';
import type { StatusReport } from './report-content.ts';
import { renderJson } from './render-json.ts';

/** SHA-256 of the report's canonical JSON, 64 hexadecimal digits. It stands in every format, and anyone can check it against the JSON file. */
export function contentHash(report: StatusReport): string {
	return createHash('sha256').update(renderJson(report)).digest('hex');
}
