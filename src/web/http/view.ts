import type { Frame, Page } from '../../../templates/frame.ts';
import { languages } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { sections } from '../../policies/sections.ts';
import { isAdministrator, isOfficer, type Who } from '../../policies/who.ts';
import { mark } from '../../profile/mark.ts';
import { pageColour } from '../../profile/palette.ts';
import { bindingLanguage, profile } from '../../profile/profile.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { labelNumber } from '../../register/number.ts';
import type { Assets } from './assets/assets.ts';
import { languageNames } from './language.ts';
import { csrfToken } from './session/csrf.ts';
import { sessionOf } from './session/sessionOf.ts';
import type { WebMiddleware } from './state.ts';
import type { WebDeps } from './webDeps.ts';

const label: Frame['label'] = {
  id: schemeId,
  name: profile.name,
  example: labelNumber(2026, 42),
  colour: pageColour('button'),
  mark,
  hasLocalCurrency: profile.localCurrency !== undefined,
  binding: { code: bindingLanguage, name: languageNames[bindingLanguage] },
};

/** Gives every request `ctx.render(page, view)`: a page of templates/pages in the request's language. */
export function view(
  deps: Pick<
    WebDeps,
    'mode' | 'specimen' | 'publicUrl' | 'mailbox' | 'unscanned' | 'clockwork' | 'demonstration'
  >,
  { href: asset }: Pick<Assets, 'href'>,
): WebMiddleware {
  const { mode, specimen, publicUrl, mailbox, clockwork, demonstration } = deps;
  return async (ctx, next) => {
    ctx.render = <View>(page: Page<View>, view: View) => {
      const { words, here } = ctx;
      const asker = ctx.state.asker ?? null;
      const { language: lang, t, tOf, has, date, time, number, locale, reviewed } = words;
      const frame: Frame = {
        label,
        ...{ lang, t, tOf, has, date, time, number, locale, reviewed, asset },
        languages: languages.map((code) => ({
          code,
          name: languageNames[code],
          href: `/${code}${here}${ctx.search}`,
          current: code === words.language,
        })),
        here,
        publicUrl,
        hasMailbox: mode === 'development' && mailbox !== null,
        hasClock: clockwork !== null,
        movedTo: clockwork?.movedTo() ?? null,
        specimen,
        demonstration:
          mode === 'development' && demonstration
            ? { people: demonstration.people, ...demonstration.state(), tour: sessionOf(ctx)?.tour ?? null }
            : null,
        asker,
        doors: asker ? doorsOf(asker, words) : [],
        waiting: ctx.state.waiting ?? 0,
        list: sessionOf(ctx)?.list ?? null,
        isPrivate: ctx.state.hasSession ?? false,
        weak: ctx.state.weak ?? false,
        // For those who can set a scanner up, or must know that files went through without.
        unscanned: deps.unscanned && asker !== null && (isOfficer(asker) || isAdministrator(asker)),
        csrf: csrfToken(ctx),
        nonce: ctx.state.nonce ?? '',
      };
      // What a browser keeps would say another day.
      if (frame.movedTo && !ctx.response.get('Cache-Control')) ctx.set('Cache-Control', 'public, no-cache');
      // Before the body, which would be searched for a type otherwise.
      ctx.type = 'html';
      // Written once: its digest, what is kept of it and what is sent are all of these bytes.
      ctx.body = Buffer.from(page(frame, view).toString());
    };
    await next();
  };
}

/** The parts of the private pages that a person's roles open, in the order of the menu. */
function doorsOf(who: Who, { t }: Translator): Frame['doors'] {
  return Object.entries(sections).flatMap(([path, { door, opens = '', seldom = false, admits }]) =>
    door && admits(who) ? [{ path: `/${path}${opens}`, text: t(door), seldom }] : [],
  );
}
