import { languages } from '../../criteria/scheme.ts';
import { type I18n, isLanguage } from '../../i18n/i18n.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import type { WebContext, WebMiddleware } from './state.ts';

/** Each language in itself. */
export const languageNames = { fr: 'Français', de: 'Deutsch', it: 'Italiano', en: 'English' } as const;

/** Says which language a request is in: the one of its path, otherwise the first that its reader asks for and we have. */
export function language(i18n: I18n): WebMiddleware {
  return async (ctx, next) => {
    const [, first = '', ...rest] = ctx.path.split('/');
    const named = isLanguage(first);
    ctx.words = i18n[named ? first : readersLanguage(ctx)];
    ctx.here = named && rest.join('') !== '' ? `/${rest.join('/')}` : '';
    ctx.set('Content-Language', ctx.words.language);
    if (!named) ctx.vary('Accept-Language');
    await next();
  };
}

/** The first language that a reader asks for and we have, else the one that binds. */
export function readersLanguage(ctx: Pick<WebContext, 'acceptsLanguages'>) {
  const wanted = ctx.acceptsLanguages(...languages);
  return isLanguage(wanted) ? wanted : bindingLanguage;
}
