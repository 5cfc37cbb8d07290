import type { WebDeps } from '../../../src/web/http/webDeps.ts';
import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { passkey, passkeyScript } from '../../components/passkey.ts';
import { pictogram } from '../../components/pictogram.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface SignInView {
  /** People of the demonstration, each entered by one button. */
  readonly demoAccounts: WebDeps['demoAccounts'];
  /** Name of the identity provider, where one is set up. */
  readonly provider: string | null;
  /** The page to go on to. */
  readonly wanted: string | null;
  /** Whether that page waits for a file that has to be chosen again. */
  readonly file: boolean;
  /** Whether something was typed that is kept for after signing in. */
  readonly typed: boolean;
  /** Whether the session ended meanwhile. */
  readonly late: boolean;
  /** Whether someone who is signed in has to prove it anew. */
  readonly anew: boolean;
}

/** The way in: by a code that is sent to an address, by a passkey, by an identity provider. */
export function signInPage(frame: Frame, view: SignInView & FormState): Html {
  const { t, lang } = frame;
  const { refusal, values, provider, demoAccounts } = view;
  const why = reason(frame, view);
  return layout(
    frame,
    { title: titleOf(frame, t('pages.signIn.title'), view), head: passkeyScript(frame) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <h1>${t('pages.signIn.title')}</h1>
  <p class="lead">${t('pages.signIn.lead')}</p>
  ${why && html`<p class="banner">${why}</p>`}
  <form class="card" method="post" action="/${lang}/sign-in" novalidate>
    ${csrfField(frame)}
    ${textField(frame, {
      name: 'email',
      type: 'email',
      label: t('pages.signIn.email'),
      hint: t('pages.signIn.emailHint'),
      value: values.email,
      error: refusal.faults.email,
      autocomplete: 'email',
      spellcheck: false,
    })}
    ${button({ text: t('pages.signIn.button'), size: 'large' })}
  </form>
  ${passkey(frame, {
    purpose: 'enter',
    answer: `/${lang}/sign-in/passkey`,
    text: t('pages.signInWays.passkey'),
    failed: t('pages.signInWays.passkeyFailed'),
    kind: 'quiet',
  })}
  ${provider && html`<p class="after">${button({ text: t('pages.signInWays.provider', { name: provider }), href: `/${lang}/sign-in/oidc`, kind: 'quiet' })}</p>`}
  ${demoAccounts.length > 0 && demo(frame, demoAccounts)}
</div>`,
  );
}

/** Why one is asked to sign in, where it was not one's own idea. */
function reason({ t }: Frame, { anew, typed, late, file, wanted }: SignInView): string | null {
  if (anew) return t('pages.signInWays.anew');
  if (typed) return t('pages.signInWays.typed');
  if (late) return t('pages.signInWays.late');
  if (file) return t('evidence.signIn');
  return wanted && t('pages.signIn.wanted');
}

function demo(frame: Frame, accounts: SignInView['demoAccounts']): Html {
  const { t, lang } = frame;
  return html`<section class="demo">
  <h2>${t('pages.signIn.demoHeading')}</h2>
  <p class="quiet">${t('pages.signIn.demoText')}</p>
  <ul class="cards">
    ${accounts.map(
      ({ email, name, roles }) => html`<li>
      <form class="offer demo__account" method="post" action="/${lang}/sign-in">
        ${csrfField(frame)}
        <input type="hidden" name="email" value="${email}">
        <span class="tile">${pictogram('person', 'pictogram--small')}</span>
        <div class="offer__text"><p class="offer__name">${name}</p><p class="offer__line">${t(`roles.${roles.at(-1) ?? 'owner'}`)} · ${email}</p></div>
        <button class="button button--quiet button--small" type="submit" aria-label="${t('pages.signIn.demoUse', { name })}">${pictogram('arrow', 'pictogram--tiny')}</button>
      </form>
    </li>`,
    )}
  </ul>
</section>`;
}
