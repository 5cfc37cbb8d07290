import { writeFile } from 'node:fs/promises';
import { bindingLanguage } from '../profile/profile.ts';
import { projectFile } from '../projectFile.ts';
import { loadLocale } from './loadLocales.ts';
import { messageTypes } from './messageTypes.ts';

/** Writes the keys of the words that bind with their parameters as a type, by which `tsc` checks every use. */
const { messages } = loadLocale(projectFile('templates/locales/'), bindingLanguage);
await writeFile(projectFile('templates/locales/messages.d.ts'), messageTypes(messages));
