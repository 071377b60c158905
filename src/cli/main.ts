import { prepareTexts } from '#wiring/prepare-texts.ts';
import { projectFolder } from '#wiring/project-folder.ts';

// A reader that has seen enough (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
}
// Everything below speaks, so the sentences come first.
await prepareTexts(projectFolder);
const { openTerminal } = await import('./terminal.ts');
const { runCommand } = await import('./run-command.ts');

const code = await runCommand(process.argv.slice(2), openTerminal());
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(code);
