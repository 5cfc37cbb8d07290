import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { reasonTexts } from '../../staffWords.ts';

interface ErasePersonView {
  /** Whether it is one's own account. */
  readonly own: boolean;
  readonly email: string;
  /** Names of the organisations that go with the person. */
  readonly organisations: string;
  readonly action: string;
  /** Why the person cannot be erased. */
  readonly blockers: readonly string[];
}

/** Erases a person, after their address was typed: what goes, what stays, and why. */
export function erasePersonPage(frame: Frame, view: ErasePersonView & FormState): Html {
  const { t, lang } = frame;
  const { own, email, organisations, blockers, refusal } = view;
  const goes = ['name', 'access', 'memberships', 'notes'] as const;
  const stays = ['work', 'journal', 'signature', 'organisation'] as const;
  return layout(
    frame,
    { title: titleOf(frame, t('privacy.erasePerson.title'), view) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <p class="overline"><a href="/${lang}/${own ? 'account' : 'people'}">${t(own ? 'account.title' : 'privacy.erasePerson.people')}</a></p>
  <h1>${t('privacy.erasePerson.title')}</h1>
  <p class="lead">${email}</p>
  <h2>${t('privacy.erasePerson.goesTitle')}</h2>
  <ul>
    ${goes.map((item) => html`<li>${t(`privacy.erasePerson.goes.${item}`)}</li>`)}
    ${organisations && html`<li>${t('privacy.erasePerson.goes.organisations', { names: organisations })}</li>`}
  </ul>
  <h2>${t('privacy.erasePerson.staysTitle')}</h2>
  <ul>${stays.map((item) => html`<li>${t(`privacy.erasePerson.stays.${item}`)}</li>`)}</ul>
  <p>${t('privacy.erasePerson.back')}</p>
  ${
    blockers.length > 0
      ? html`<section class="well">
    <h2 class="well__title">${t('privacy.against')}</h2>
    <ul>${reasonTexts(frame, blockers).map((reason) => html`<li>${reason}</li>`)}</ul>
  </section>`
      : form(frame, view)
  }
</div>`,
  );
}

function form(frame: Frame, { action, values, refusal }: ErasePersonView & FormState): Html {
  const { t } = frame;
  return html`<form class="card" method="post" action="${action}" novalidate>
  ${csrfField(frame)}
  ${textField(frame, { name: 'typed', type: 'email', label: t('privacy.erasePerson.typed'), hint: t('privacy.erasePerson.typedHint'), value: values.typed, error: refusal.faults.typed, autocomplete: 'off', spellcheck: false })}
  ${button({ text: t('privacy.erasePerson.button'), kind: 'danger' })}
</form>`;
}
