import type { SanctionsView } from '../../../src/web/label/sanctions.view.ts';
import { fileLink } from '../../components/evidence.ts';
import { dateField, fileField } from '../../components/fields.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { card, text } from './sanctions.parts.ts';

type View = SanctionsView & FormState;

/** Records what the holder wrote about the end of their label, with the document. */
export function recordNoticeCard(frame: Frame, view: View): Html {
  const { t } = frame;
  const { values, refusal, kept, maxSize } = view;
  const { noticeOn, file } = refusal.faults;
  const fields = ['noticeOn', 'noticeReason', 'file'];
  return card(frame, view, { step: 'recordNotice', fields, kind: 'quiet', takesFile: true }, [
    dateField(frame, {
      name: 'noticeOn',
      label: t('sanctions.recordNotice.on'),
      value: values.noticeOn,
      error: noticeOn,
    }),
    text(
      frame,
      view,
      'noticeReason',
      t('sanctions.recordNotice.reason'),
      t('sanctions.recordNotice.reasonHint'),
    ),
    fileField(frame, {
      name: 'file',
      label: t('sanctions.recordNotice.file'),
      hint: t('evidence.hint', { max: maxSize }),
      error: file,
      kept,
    }),
  ]);
}

/** Confirms what somebody else recorded, the document beside it. */
export function confirmNoticeCard(frame: Frame, view: View): Html {
  const { notice } = view;
  return card(
    frame,
    view,
    { step: 'confirmNotice', fields: [], kind: 'danger' },
    notice
      ? [
          html`<p class="typed">${notice.text}</p>
<ul class="filelist">${notice.documents.map((file) => html`<li>${fileLink(frame, file)}</li>`)}</ul>`,
        ]
      : [],
  );
}
