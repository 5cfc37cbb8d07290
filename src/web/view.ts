import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { languages } from '../criteria/scheme.ts';
import type { Assets } from './assets.ts';
import { csrfToken } from './middleware/csrf.ts';
import type { WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

const names = { fr: 'Français', de: 'Deutsch', it: 'Italiano', en: 'English' } as const;

/** Gives every request `ctx.render(template, page)`: a page of templates/pages in the request's language. */
export function view(
  { mode, specimen, publicUrl, mailbox }: Pick<WebDeps, 'mode' | 'specimen' | 'publicUrl' | 'mailbox'>,
  assets: Assets,
): WebMiddleware {
  const pages = fileURLToPath(new URL('../../templates/pages/', import.meta.url));
  const govuk = join(createRequire(import.meta.url).resolve('govuk-frontend/package.json'), '..', 'dist');
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([pages, govuk], { noCache: mode === 'development' }),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  );
  return async (ctx, next) => {
    ctx.render = (template, page = {}) => {
      const { words, here } = ctx;
      ctx.body = environment.render(`${template}.njk`, {
        ...words,
        lang: words.language,
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
        csrf: csrfToken(ctx),
        nonce: ctx.state.nonce ?? '',
        asset: assets.href,
        page,
      });
      ctx.type = 'html';
    };
    await next();
  };
}
