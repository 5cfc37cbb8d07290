import type { ExchangedCard } from '../../../../src/web/application/answers/exchanged.form.ts';
import { pill } from '../../../components/pill.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What the organisation's exchanges here led to, on a criterion that they say something about: one click takes it as evidence. */
export function exchanged({ t }: Frame, { criterion, text, taken }: ExchangedCard, title: string): Html {
  const button = (go: 'take' | 'drop', words: string) =>
    html`<button class="button button--quiet button--small" type="submit" name="go" value="${go}.${criterion}">${words}<span class="govuk-visually-hidden">: ${title}</span></button>`;
  return html`<div class="well">
  <p><strong>${t('exchanged.title')}</strong>${taken !== null && html` ${pill({ tone: 'leaf', text: t('exchanged.taken') })}`}</p>
  ${taken !== null && html`<p>${taken}</p>`}
  ${text !== null && html`<p>${taken !== null && html`${t('exchanged.now')} `}${text}</p>`}
  <p class="quiet small">${t('exchanged.lead')}</p>
  <p>${text !== null && button('take', t(taken === null ? 'exchanged.take' : 'exchanged.again'))} ${taken !== null && button('drop', t('exchanged.drop'))}</p>
</div>`;
}
