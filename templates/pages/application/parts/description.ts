import type { TypeView } from '../../../../src/web/application/answers/ownOffer.view.ts';
import { textarea, textField } from '../../../components/fields.ts';
import { radioCards } from '../../../components/radioCards.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/** Name, type and sheet of an offer. */
export function description(
  frame: Frame,
  types: readonly TypeView[],
  { values, refusal: { faults } }: FormState,
): Html {
  const { t } = frame;
  return html`${textField(frame, { name: 'name', label: t('applicant.offers.name'), hint: t('applicant.offers.nameHint'), value: values.name, error: faults.name, autocomplete: 'off' })}
<div class="pairs">${radioCards(frame, { name: 'type', legend: t('applicant.offers.typeLabel'), error: faults.type, items: types.map((type) => ({ ...type, checked: type.value === values.type })) })}</div>
${textarea(frame, { name: 'sheet', label: t('applicant.offers.sheet'), hint: t('applicant.offers.sheetHint'), rows: 6, value: values.sheet, error: faults.sheet })}`;
}
