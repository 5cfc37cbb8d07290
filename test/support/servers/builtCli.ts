import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../src/projectFile.ts';

/** The program as it was built: it starts in a fifth of the work that its sources take. */
export const builtCli = fileURLToPath(projectFile('dist/cli.js'));
