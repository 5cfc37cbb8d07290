import { button } from '../../components/button.ts';
import { checkbox, select } from '../../components/choices.ts';
import { textField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

interface FormView extends FormState {
  readonly boxes: readonly { readonly name: string; readonly text: string }[];
}

/** What is said of a subscriber; `carried` is what the form sends beside it. */
export function webhookForm(
  frame: Frame,
  view: FormView,
  { action, carried, submit }: { readonly action: string; readonly carried: Html; readonly submit: string },
): Html {
  const { t, languages } = frame;
  const { values, refusal, boxes } = view;
  const { faults } = refusal;
  // Of what was refused, only the boxes that were ticked then are.
  const isTicked = (name: string) => (refusal.summary.length > 0 ? refusal.typed : values)[name] === 'yes';
  const of = (name: 'name' | 'address' | 'contact') => ({
    name,
    label: t(`webhooks.${name}`),
    value: values[name],
    error: faults[name],
    autocomplete: 'off',
  });
  return html`<form method="post" action="${action}" novalidate>
  ${carried}
  ${textField(frame, { ...of('name'), hint: t('webhooks.nameHint') })}
  ${textField(frame, { ...of('address'), hint: t('webhooks.addressHint'), inputmode: 'url', spellcheck: false })}
  ${textField(frame, { ...of('contact'), hint: t('webhooks.contactHint'), type: 'email', spellcheck: false })}
  ${select(frame, { name: 'language', label: t('webhooks.language'), value: values.language, error: faults.language, items: languages.map(({ code, name }) => ({ value: code, text: name })) })}
  <fieldset class="govuk-fieldset" id="types">
    <legend class="govuk-fieldset__legend">${t('webhooks.types')}</legend>
    <p class="govuk-hint">${t('webhooks.typesHint')}</p>
    ${faults.types && html`<p class="govuk-error-message">${faults.types}</p>`}
    ${boxes.map(({ name, text }) => checkbox(frame, { name, label: text, value: isTicked(name) }))}
  </fieldset>
  ${button({ text: submit })}
</form>`;
}

/** A secret that was just made, to be put into a program at once. */
export function shownSecret({ t }: Frame, secret: string): Html {
  return html`<section class="card question" aria-labelledby="made">
  <h2 class="question__title" id="made">${t('webhooks.secret.made')}</h2>
  <p>${t('webhooks.secret.once')}</p>
  <label class="govuk-label" for="secret">${t('webhooks.secret.label')}</label>
  <textarea class="govuk-textarea" id="secret" rows="2" readonly spellcheck="false">${secret}</textarea>
  <p hidden>
    <button class="button button--quiet button--small" type="button" data-copies="secret" data-copied="${t('webhooks.secret.copied')}">${t('webhooks.secret.copy')}</button>
    <span role="status"></span>
  </p>
</section>`;
}
