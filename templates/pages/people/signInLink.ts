import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { passkeyAble, passkeyScript } from '../../components/passkey.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SignInLinkView {
  readonly email: string;
  /** What the link of the letter carries. */
  readonly token: string;
}

/** The page behind the link of a letter: a button, because programs open links as well. */
export function signInLinkPage(frame: Frame, { email, token }: SignInLinkView): Html {
  const { t, lang } = frame;
  return layout(
    frame,
    {
      title: titleOf(frame, t('pages.signInLink.title')),
      head: html`<meta name="robots" content="noindex">${passkeyScript(frame)}`,
    },
    html`<div class="narrow">
  <h1>${t('pages.signInLink.title')}</h1>
  <p class="lead">${t('pages.signInLink.lead', { email })}</p>
  <form class="card" method="post" action="/${lang}/sign-in/link">
    ${csrfField(frame)}
    <input type="hidden" name="t" value="${token}">
    ${passkeyAble(frame)}
    ${button({ text: t('pages.signInLink.button'), size: 'large' })}
  </form>
  <ul class="plain after"><li><a href="/${lang}/sign-in">${t('pages.signInLink.other')}</a></li></ul>
</div>`,
  );
}
