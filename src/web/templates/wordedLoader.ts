import nunjucks from 'nunjucks';
import type { Words } from '../../words/i18n.ts';
import { wordedTemplate } from './wordedTemplate.ts';

/** Finds templates, with the words of a language written into them. */
export class WordedLoader extends nunjucks.FileSystemLoader {
  readonly #words: Words;

  constructor(folders: string[], words: Words, options: { readonly noCache: boolean }) {
    super(folders, options);
    this.#words = words;
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    // The library says null for a file that is not there, whatever its types say.
    return source && { ...source, src: wordedTemplate(source.src, this.#words) };
  }
}
