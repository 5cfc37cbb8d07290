import { languages } from '../criteria/scheme.ts';
import { isAdministrator, isOfficer, type Who } from '../policies/who.ts';
import { csrfToken } from './middleware/csrf.ts';
import type { WebMiddleware } from './state.ts';
import type { Presentation } from './templates/presentation.ts';
import type { WebDeps } from './webDeps.ts';

const names = { fr: 'Français', de: 'Deutsch', it: 'Italiano', en: 'English' } as const;

/** Gives every request `ctx.render(template, page)`: a page of templates/pages in the request's language. */
export function view(
  deps: Pick<WebDeps, 'mode' | 'specimen' | 'publicUrl' | 'mailbox' | 'unscanned'>,
  { templates }: Pick<Presentation, 'templates'>,
): WebMiddleware {
  const { mode, specimen, publicUrl, mailbox } = deps;
  return async (ctx, next) => {
    ctx.render = (template, page = {}) => {
      const { words, here } = ctx;
      // Before the body, which would be searched for a type otherwise.
      ctx.type = 'html';
      ctx.body = templates(words.language).render(`${template}.njk`, {
        languages: languages.map((code) => ({
          code,
          name: names[code],
          href: `/${code}${here}${ctx.search}`,
          current: code === words.language,
        })),
        here,
        publicUrl,
        hasMailbox: mode === 'development' && mailbox !== null,
        specimen,
        asker: ctx.state.asker ?? null,
        isPrivate: ctx.state.hasSession ?? false,
        weak: ctx.state.weak ?? false,
        unscanned: deps.unscanned && isOffice(ctx.state.asker),
        csrf: csrfToken(ctx),
        nonce: ctx.state.nonce ?? '',
        page,
      });
    };
    await next();
  };
}

/** Who can have it set up, or must know what files went through. */
function isOffice(who: Who | null | undefined): boolean {
  return who ? isOfficer(who) || isAdministrator(who) : false;
}
