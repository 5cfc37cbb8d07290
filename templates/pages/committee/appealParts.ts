import type { OwnAppealView } from '../../../src/web/views/ownAppeal.view.ts';
import { checkbox, radios } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, html } from '../../html.ts';

type Document = Pick<OwnAppealView['documents'][number], 'id' | 'latest'>;
type Appeal = Pick<OwnAppealView['appeals'][number], 'words' | 'ground' | 'grounds' | 'documents'>;

interface GroundsForm extends FormState {
  readonly grounds: readonly Appeal['ground'][];
  readonly min: number;
}

/** On what ground somebody appeals, and what they say for it. */
export function groundFields(frame: Frame, { grounds, min, values, refusal }: GroundsForm): Content {
  const { t } = frame;
  const { faults } = refusal;
  return [
    radios(frame, {
      name: 'ground',
      label: t('appeals.own.ground'),
      value: values.ground,
      error: faults.ground,
      items: grounds.map((value) => ({
        value,
        text: t(`appeals.ground.${value}.name`),
        hint: t(`appeals.ground.${value}.hint`),
      })),
    }),
    textarea(frame, {
      name: 'grounds',
      label: t('appeals.own.grounds'),
      hint: t('appeals.own.groundsHint', { min }),
      value: values.grounds,
      error: faults.grounds,
      rows: 8,
    }),
  ];
}

/** A box for each document that an appeal can name. */
export function documentChoices(
  frame: Frame,
  documents: readonly Document[],
  { values }: FormState,
): Content {
  return documents.map(({ id, latest }) => {
    const name = `document.${id}`;
    return checkbox(frame, { name, label: latest.name, value: values[name] === 'yes' });
  });
}

/** What was answered to an appeal, step by step. */
export function answersTo({ t, date }: Frame, { words }: Appeal): Content {
  return words.map(
    ({ at, step, text }) => html`<p class="overline">${date(at)}</p>
  <p><strong>${t(`appeals.own.step.${step}`)}</strong></p>
  ${text && html`<p class="reason">${text}</p>`}`,
  );
}

/** What was written in an appeal, folded. */
export function lodgedWords({ t }: Frame, { ground, grounds, documents }: Appeal): Content {
  return html`<details class="disclosure">
    <summary>${t('appeals.own.yours')}</summary>
    <p class="overline">${t(`appeals.ground.${ground}.name`)}</p>
    <p class="reason">${grounds}</p>
    ${documents.length > 0 && html`<h3>${t('appeals.own.named')}</h3><ul>${documents.map((name) => html`<li>${name}</li>`)}</ul>`}
  </details>`;
}
