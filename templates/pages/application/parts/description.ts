import type { DescriptionView } from '../../../../src/web/application/answers/ownOffer.view.ts';
import { select } from '../../../components/choices.ts';
import { textarea, textField } from '../../../components/fields.ts';
import { radioCards } from '../../../components/radioCards.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** What an offer is described with: name, type, sheet and what else it says of itself. */
export function description(
  frame: Frame,
  { fields, types, branches }: DescriptionView,
  { values, refusal: { faults } }: FormState,
): Html {
  const { t, has } = frame;
  return html`${fields.map(({ name, kind }) => {
    const key = `offer.hints.${name}` as const;
    const [label, hint] = [t(`offer.fields.${name}`), has(key) ? t(key) : ''];
    const field = { name, label, hint, value: values[name], error: faults[name] };
    if (kind === 'line' || kind === 'contact') return textField(frame, { ...field, autocomplete: 'off' });
    if (kind === 'lines') return textarea(frame, { ...field, rows: 6 });
    if (kind === 'category') {
      const items = branches.map(({ branch, categories }) => ({
        text: t(`categories.${branch}`),
        items: categories.map((value) => ({ value, text: t(`categories.${value}`) })),
      }));
      return select(frame, { ...field, items, empty: t('offer.noCategory') });
    }
    const items = types.map((value) => ({
      value,
      title: t(`offerTypes.${value}`),
      text: t(`applicant.offers.type.${value}`),
      checked: value === values[name],
    }));
    return html`<div class="pairs">${radioCards(frame, { name, legend: label, hint, error: faults[name], items })}</div>`;
  })}`;
}
