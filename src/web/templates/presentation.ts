import { extname } from 'node:path';
import type nunjucks from 'nunjucks';
import { type Language, languages } from '../../criteria/scheme.ts';
import { createI18n, type I18n } from '../../words/i18n.ts';
import { remembered } from '../../words/remembered.ts';
import { type Assets, loadAssets } from '../assets.ts';
import { CompiledLoader } from './compiledLoader.ts';
import { keptMacros } from './keptMacros.ts';
import { pageTemplates, templateFolders } from './pageTemplates.ts';

/** What pages are made of, whoever asks for them: words, assets, and the templates of templates/pages in a language. */
export interface Presentation {
  readonly i18n: I18n;
  readonly assets: Assets;
  readonly templates: (language: Language) => Pick<nunjucks.Environment, 'render'>;
}

/** Only who runs the sources changes templates meanwhile. */
const fromSources = extname(import.meta.url) === '.ts';

/** Reads all of it; `fresh` compiles a template each time it is used, so that a change is seen at once. */
export function presentation(
  mode: 'development' | 'production',
  fresh = mode === 'development' && fromSources,
): Presentation {
  const i18n = createI18n();
  const assets = loadAssets(mode);
  const templates = (language: Language) => {
    const words = i18n[language];
    const loader = new CompiledLoader(templateFolders, words, { noCache: fresh });
    return pageTemplates(loader, { ...words, lang: language, asset: assets.href, kept: keptMacros() });
  };
  return { i18n, assets, templates: remembered(languages.length, templates) };
}
