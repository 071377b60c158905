import { resolve } from 'node:path';

/** Folder of the checkout, found from this file's place; not to be used from code that was bundled into `build/`. */
export const projectFolder = resolve(import.meta.dirname, '..', '..');
