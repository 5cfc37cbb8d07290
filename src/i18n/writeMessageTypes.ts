import { writeFile } from 'node:fs/promises';
import { projectFile } from '../projectFile.ts';
import { loadLocale } from './loadLocales.ts';
import { messageTypes } from './messageTypes.ts';

/** Writes the keys of the French words with their parameters as a type, by which `tsc` checks every use. */
const { messages } = loadLocale(projectFile('templates/locales/'), 'fr');
await writeFile(projectFile('templates/locales/messages.d.ts'), messageTypes(messages));
