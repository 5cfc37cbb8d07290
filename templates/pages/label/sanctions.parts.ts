import type { SanctionsView } from '../../../src/web/label/sanctions.view.ts';
import { button } from '../../components/button.ts';
import { radios, select } from '../../components/choices.ts';
import { dateField, textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';

type View = SanctionsView & FormState;
type Step =
  | 'propose'
  | 'suspend'
  | 'confirm'
  | 'drop'
  | 'restore'
  | 'withdrawal'
  | 'recordNotice'
  | 'confirmNotice'
  | 'dropNotice'
  | 'extendHearing'
  | 'extendRepair'
  | 'recordCall';

/** One form, folded until it is needed or refused. */
interface Card {
  readonly step: Step;
  /** Names of its fields. */
  readonly fields: readonly string[];
  readonly kind?: 'quiet' | 'danger';
  /** It brings a file. */
  readonly takesFile?: boolean;
}

/** Proposes a suspension, on which the holder is heard first. */
export function proposeCard(frame: Frame, view: View): Html {
  return card(frame, view, { step: 'propose', fields: ['code', 'reason', 'todo'] }, [
    codeField(frame, view, 'code'),
    reasonField(frame, view, 'reason'),
    todoField(frame, view, 'todo'),
  ]);
}

/** Suspends the label, after its holder was heard or before. */
export function suspendCard(frame: Frame, view: View): Html {
  const { t } = frame;
  const { may, values, refusal } = view;
  const { until, how } = refusal.faults;
  const ways = (['heard', 'urgent'] as const).filter((way) =>
    way === 'heard' ? may.suspend : may.suspendAtOnce,
  );
  const fields = ['suspendCode', 'suspendReason', 'suspendTodo', 'until', 'how'];
  return card(frame, view, { step: 'suspend', fields, kind: 'danger' }, [
    codeField(frame, view, 'suspendCode'),
    reasonField(frame, view, 'suspendReason'),
    todoField(frame, view, 'suspendTodo'),
    dateField(frame, { name: 'until', label: t('issuing.label.until'), value: values.until, error: until }),
    radios(frame, {
      name: 'how',
      label: t('sanctions.how'),
      value: values.how ?? (may.suspend ? 'heard' : undefined),
      error: how,
      items: ways.map((way) => ({
        value: way,
        text: t(`sanctions.ways.${way}`),
        hint: t(`sanctions.wayHints.${way}`),
      })),
    }),
  ]);
}

/** Ends a suspension, with what was checked. */
export function restoreCard(frame: Frame, view: View): Html {
  const { t } = frame;
  return card(frame, view, { step: 'restore', fields: ['checked'] }, [
    text(frame, view, 'checked', t('sanctions.checked'), t('sanctions.checkedHint')),
  ]);
}

/** Proposes that the committee withdraws the label. */
export function withdrawalCard(frame: Frame, view: View): Html {
  const fields = ['withdrawalCode', 'withdrawalReason'];
  return card(frame, view, { step: 'withdrawal', fields, kind: 'danger' }, [
    codeField(frame, view, 'withdrawalCode'),
    reasonField(frame, view, 'withdrawalReason'),
  ]);
}

/** A step that takes its reason alone. */
export function wordCard(frame: Frame, view: View, step: 'confirm' | 'drop' | 'dropNotice'): Html {
  const field = `${step}Reason`;
  return card(frame, view, { step, fields: [field], kind: 'quiet' }, [reasonField(frame, view, field)]);
}

/** One step in a card of its own. */
export function card(
  frame: Frame,
  { href, label, comesFor, refusal }: View,
  { step, fields, kind, takesFile }: Card,
  content: readonly Content[],
): Html {
  const { t } = frame;
  const isRefused = fields.some((name) => refusal.faults[name]);
  const isOpen = isRefused || (comesFor !== '' && refusal.summary.length === 0 && step === 'propose');
  return html`<section class="card">
  <details class="disclosure"${isOpen && html` open`}>
    <summary>${t(`sanctions.${step}.title`)}</summary>
    <p>${t(`sanctions.${step}.text`)}</p>
    ${label.state === 'extended' && (step === 'propose' || step === 'suspend') && html`<p class="banner banner--sun">${t('sanctions.extended')}</p>`}
    <form method="post"${takesFile && html` enctype="multipart/form-data"`} action="${href}/${dashed(step)}" novalidate>
      ${hidden(frame, label.revision)}
      ${content}
      ${button({ text: t(`sanctions.${step}.button`), kind })}
    </form>
  </details>
</section>`;
}

function dashed(step: Step): string {
  return step.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}

function codeField(frame: Frame, { codes: items, values, refusal }: View, name: string): Html {
  const { t } = frame;
  const [label, empty] = [t('sanctions.code'), t('sanctions.chooseCode')];
  return select(frame, { name, label, items, empty, value: values[name], error: refusal.faults[name] });
}

function reasonField(frame: Frame, view: View, name: string): Html {
  return text(frame, view, name, frame.t('issuing.label.reason'), frame.t('sanctions.reasonHint'));
}

function todoField(frame: Frame, view: View, name: string): Html {
  return text(frame, view, name, frame.t('sanctions.todo'));
}

/** A field of several lines. */
export function text(
  frame: Frame,
  { values, refusal }: View,
  name: string,
  label: string,
  hint?: string,
): Html {
  return textarea(frame, { name, label, hint, value: values[name], error: refusal.faults[name], rows: 3 });
}
