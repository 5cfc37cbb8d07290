import { button } from '../../components/button.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { reasonTexts } from '../../staffWords.ts';

interface EraseOrganisationView {
  readonly name: string;
  readonly action: string;
  /** Why it cannot be erased. */
  readonly blockers: readonly string[];
}

/** Erases an organisation that never sent anything, after its name was typed. */
export function eraseOrganisationPage(frame: Frame, view: EraseOrganisationView & FormState): Html {
  const { t, lang } = frame;
  const { name, blockers, refusal } = view;
  return layout(
    frame,
    { title: titleOf(frame, t('privacy.eraseOrganisation.title'), view) },
    html`<div class="narrow">
  ${errorSummary(frame, refusal.summary)}
  <p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
  <h1>${t('privacy.eraseOrganisation.title')}</h1>
  <p class="lead">${name}</p>
  ${
    blockers.length > 0
      ? html`<section class="well">
    <h2 class="well__title">${t('privacy.against')}</h2>
    <ul>${reasonTexts(frame, blockers).map((reason) => html`<li>${reason}</li>`)}</ul>
    <p>${t('privacy.eraseOrganisation.kept')} <a href="/${lang}/privacy">${t('pages.privacy.title')}</a></p>
  </section>`
      : form(frame, view)
  }
</div>`,
  );
}

function form(frame: Frame, { action, values, refusal }: EraseOrganisationView & FormState): Html {
  const { t } = frame;
  const goes = ['drafts', 'files', 'name', 'people'] as const;
  return html`<h2>${t('privacy.eraseOrganisation.goesTitle')}</h2>
<ul>${goes.map((item) => html`<li>${t(`privacy.eraseOrganisation.goes.${item}`)}</li>`)}</ul>
<form class="card" method="post" action="${action}" novalidate>
  ${csrfField(frame)}
  ${textField(frame, { name: 'typed', label: t('privacy.eraseOrganisation.typed'), hint: t('privacy.eraseOrganisation.typedHint'), value: values.typed, error: refusal.faults.typed, autocomplete: 'off', spellcheck: false })}
  ${button({ text: t('privacy.eraseOrganisation.button'), kind: 'danger' })}
</form>`;
}
