import { requireVisible } from '../commands/common/requireVisible.ts';
import { dataOf } from '../commands/items/eventData.ts';
import type { Application, Organisation } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type AboutLabel, aboutLabel } from '../i18n/aboutLabel.ts';
import type { Translator } from '../i18n/i18n.ts';
import { type Day, dayOf } from '../register/day.ts';
import type { WorkflowEvent } from '../workflow/events.ts';
import type { JournalRecord } from '../workflow/record.ts';
import type { Cause, LetterBody } from './letter.ts';

/** What a letter about an application names. */
export interface OfFile {
  readonly organisation: Organisation;
  /** Of the application. */
  readonly number: string;
  readonly application?: Pick<Application, 'context'>;
}

/** An application by its number. */
export async function fileOf({ store }: Deps, number: string) {
  const application = requireVisible(await store.application(number));
  const organisation = requireVisible(await store.organisation(application.context.organisationId));
  return { number, application, organisation };
}

/** The application that a letter is about. */
export function theFile(deps: Deps, { id }: Cause) {
  return fileOf(deps, id);
}

/** The appeal that a letter is about. */
export async function theAppeal({ store }: Deps, { id }: Cause) {
  const appeal = requireVisible(await store.appeal(id));
  const { organisationId, applicationId } = appeal.context;
  const organisation = requireVisible(await store.organisation(organisationId));
  return { appeal, organisation, number: applicationId };
}

/** A label and the file that opened it. */
export type OfLabel = Awaited<ReturnType<typeof theLabel>>;

/** The label that a letter is about. */
export async function theLabel(deps: Deps, { id }: Pick<Cause, 'id'>) {
  const label = requireVisible(await deps.store.label(id));
  return { label, ...(await fileOf(deps, label.context.applicationId)) };
}

/** The organisation's name and the number of the file, as letters tell them, and of a file on a label that is there what it is about. */
export function nameAndNumber({ organisation, number, application }: OfFile): NamedFile {
  const { kind, scope, succeeds } = application?.context ?? { kind: 'initial', scope: null, succeeds: null };
  return {
    organisation: organisation.name,
    number,
    ...(scope && { about: { kind, scope: { label: scope.label } } }),
    ...(succeeds && { about: { kind, scope: null, succeeds: { label: succeeds.label } } }),
  };
}

interface NamedFile {
  readonly organisation: string;
  readonly number: string;
  readonly about?: AboutLabel;
}

/** Says whose file it is, its number and what it is about. */
export function fileRows(
  { organisation, number, about }: NamedFile,
  words: Pick<Translator, 't'>,
): LetterBody {
  return { rows: { organisation, number, ...(about && { about: aboutLabel(about, words) }) } };
}

/** The last day that lines of a stream set; empty where none did. */
export function lastDue(lines: readonly JournalRecord[]): Day | '' {
  const due = lines.map(dueOf).findLast((one) => one !== undefined);
  return due === undefined ? '' : dayOf(due);
}

function dueOf(line: JournalRecord): string | undefined {
  const { event } = line;
  if (event && 'correctionDueAt' in event) return event.correctionDueAt;
  return (event && 'dueAt' in event && event.dueAt) || dataOf(line, 'application.answerDueSoon')?.dueAt;
}

/** The event of a line that can have no other. */
export function eventOf<T extends WorkflowEvent['type']>(
  { id, event }: JournalRecord,
  type: T,
): Extract<WorkflowEvent, { type: T }> {
  const isIt = (one: WorkflowEvent): one is Extract<WorkflowEvent, { type: T }> => one.type === type;
  if (!event || !isIt(event)) throw new Error(`${id} is no ${type}`);
  return event;
}
