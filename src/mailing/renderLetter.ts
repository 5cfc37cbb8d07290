import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { projectFile } from '../projectFile.ts';
import type { Words } from '../words/i18n.ts';
import type { LetterContent } from './letterContent.ts';

/** All that the two templates of templates/mail show. */
export interface LetterView extends LetterContent {
  readonly t: Words['t'];
  readonly lang: string;
  readonly reviewed: boolean;
  readonly specimen: boolean;
  readonly greeting: string;
  readonly unsubscribe: string | null;
  readonly site: { readonly href: string; readonly text: string };
}

const folder = fileURLToPath(projectFile('templates/mail/'));
const options = { trimBlocks: true, lstripBlocks: true, throwOnUndefined: true };
const loader = () => new nunjucks.FileSystemLoader(folder);
/** Only the HTML escapes: an escaped apostrophe in the text would be read as it stands. */
const inHtml = new nunjucks.Environment(loader(), { ...options, autoescape: true });
const inText = new nunjucks.Environment(loader(), { ...options, autoescape: false });

/** The letter as text and as HTML, one template each for every kind. */
export function renderLetter(view: LetterView): { readonly text: string; readonly html: string } {
  return { text: inText.render('letter.txt.njk', view), html: inHtml.render('letter.html.njk', view) };
}
