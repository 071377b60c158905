import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start the program take longest, however short they are. They go first, so that no processor waits for one of them at the end. */
export class ProgramsFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isSlow = ({ moduleId }: TestSpecification) => readFileSync(moduleId, 'utf8').includes("/program.ts'");
		return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
	}
}
