import type { AttachingView } from '../../../src/web/application/evidence/attaching.form.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { newFile } from '../application/parts/newFile.ts';

interface Attaching extends FormState, Pick<AttachingView, 'maxSize' | 'isFiling'> {
  /** Of the page whose answer names the document. */
  readonly href: string;
}

/** Brings a document that an answer on a label's page names; it stands before the answer, because sending it leaves what was typed there. */
export function attachForm(frame: Frame, view: Attaching): Html {
  const { t } = frame;
  const form = {
    action: `${view.href}/documents`,
    title: t('conditions.add'),
    button: t('conditions.addButton'),
  };
  return html`<details class="disclosure"${view.isFiling && html` open`}>
  <summary>${t('sanctions.attach.open')}</summary>
  ${newFile(frame, { ...form, quiet: !view.isFiling }, view)}
</details>`;
}
