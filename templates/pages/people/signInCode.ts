import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { passkeyAble, passkeyScript } from '../../components/passkey.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SignInCodeView {
  /** Where the code was sent to. */
  readonly email: string;
  /** Whether letters can be read on screen here. */
  readonly mailbox: boolean;
}

/** Takes the code of a letter. */
export function signInCodePage(frame: Frame, view: SignInCodeView & FormState): Html {
  const { t, lang } = frame;
  const { email, mailbox, values, refusal } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('pages.signInCode.title'), view), head: passkeyScript(frame) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <h1>${t('pages.signInCode.title')}</h1>
  <p class="lead">${t('pages.signInCode.lead', { email })}</p>
  <form class="card" method="post" action="/${lang}/sign-in/code" novalidate>
    ${csrfField(frame)}
    ${textField(frame, {
      name: 'code',
      label: t('pages.signInCode.code'),
      hint: t('pages.signInCode.codeHint'),
      value: values.code,
      error: refusal.faults.code,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      spellcheck: false,
      classes: 'code-input',
    })}
    ${passkeyAble(frame)}
    ${button({ text: t('pages.signInCode.button') })}
  </form>
  <form class="after" method="post" action="/${lang}/sign-in">
    ${csrfField(frame)}
    <input type="hidden" name="email" value="${email}">
    ${button({ text: t('pages.signInCode.anew'), kind: 'quiet' })}
  </form>
  <ul class="plain after">
    ${mailbox && html`<li><a href="/${lang}/dev/mailbox">${t('pages.signInCode.mailbox')}</a></li>`}
    <li><a href="/${lang}/sign-in">${t('pages.signInCode.other')}</a></li>
  </ul>
</div>`,
  );
}
