import { addDays, type Day, dayOf } from '../../../register/day.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { keepReceivedFile } from '../../file/saveFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { commitLabel, endOfChosenDay, type LabelInput, labelFile, withWord } from './sanction.ts';

interface Recorded extends LabelInput {
  /** The last day that the holder names. */
  readonly noticeOn: Day;
  /** What the holder wrote, and when. */
  readonly reason: string;
  readonly file: { readonly name: string; readonly bytes: Buffer };
}

/** An officer records what a holder wrote about the end of their label, with the document: it ends nothing yet. */
export async function recordNotice(deps: Deps, asker: Asker, input: Recorded): Promise<void> {
  const { label, file, ...recording } = await noticeToRecord(deps, asker, input);
  const { id: document } = await keepReceivedFile(deps, asker, file, input.file);
  const event = { ...recording.event, document };
  const { on: until, reason: text } = event;
  const said = withWord(label, event, { text, until, documents: [document] });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** What recording writes but for the document, or `refused`: whoever may not record a notice leaves no file. */
export async function noticeToRecord(
  deps: Deps,
  asker: Asker,
  input: Omit<Recorded, 'file'> & { readonly file: { readonly name: string } },
) {
  const { label, file, eventMeta } = await labelFile(deps, asker, input);
  const { noticeOn: on, reason } = input;
  endOfChosenDay(on, eventMeta.at, 'noticeOn');
  const event = { type: 'recordNotice', ...eventMeta, on, reason, document: input.file.name } as const;
  applyToLabel(deps, label, event);
  return { label, file, event };
}

/** Another officer confirms it: its holder is told, and can object until the last day of the label, which is as many days away as the procedure says. */
export async function confirmNotice(deps: Deps, asker: Asker, input: LabelInput): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const last = addDays(dayOf(eventMeta.at), deps.procedure.sanctions.objectionDays);
  const on = [label.context.notice?.on ?? last, last].sort().at(-1) ?? last;
  const event = { type: 'confirmNotice', ...eventMeta, on } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text: '', until: on })));
}

/** The holder keeps the label that others said they give back. */
export async function objectToNotice(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly reason: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const event = { type: 'objectToNotice', ...eventMeta } as const;
  const said = withWord(label, event, { text: input.reason });
  await commitLabel(deps, applyToLabel(deps, label, event, said));
}

/** An officer puts aside a recorded notice that nobody confirmed yet. */
export async function dropNotice(
  deps: Deps,
  asker: Asker,
  input: LabelInput & { readonly reason: string },
): Promise<void> {
  const { label, eventMeta } = await labelFile(deps, asker, input);
  const { reason } = input;
  const event = { type: 'dropNotice', ...eventMeta, reason } as const;
  await commitLabel(deps, applyToLabel(deps, label, event, withWord(label, event, { text: reason })));
}
