import path from 'node:path';
import { atMost, median, root, runRepeatedly } from './measure.ts';
import type { Figure } from './measure.ts';
import { execFileSync } from 'node:child_process';

const script = path.join(root, 'bench/render-report-process.ts');

/** The PDF of 83 initiatives: cold as a whole process, warm inside one that has made one before. */
export async function measurePdf(): Promise<readonly Figure[]> {
	const { milliseconds } = await runRepeatedly(5, [script, '1']);
	const warm = JSON.parse(execFileSync(process.execPath, [script, '11'], { cwd: root, encoding: 'utf8' })) as {
		milliseconds: number[];
		bytes: number;
	};
	const size = `${Math.round(warm.bytes / 1000)} kB`;
	return [
		{ what: 'PDF of 83 initiatives, cold', value: milliseconds / 1000, unit: 's', limit: atMost(1.5), how: 'median of 5 whole processes' },
		{
			what: 'PDF of 83 initiatives, warm',
			value: median(warm.milliseconds.slice(1)) / 1000,
			unit: 's',
			limit: atMost(1.5),
			how: `median of 10 in one process, ${size}`,
		},
	];
}
