import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Organisation } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { WorkflowEvent } from '../workflow/events.ts';
import type { JournalRecord } from '../workflow/record.ts';
import type { Cause, LetterBody } from './letter.ts';

/** What a letter about an application names. */
export interface OfFile {
  readonly organisation: Organisation;
  /** Of the application. */
  readonly number: string;
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

/** The organisation's name and the number of the file, as letters tell them. */
export function nameAndNumber({ organisation, number }: OfFile) {
  return { organisation: organisation.name, number };
}

/** Says whose file it is, and its number. */
export function fileRows({ organisation, number }: ReturnType<typeof nameAndNumber>): LetterBody {
  return { rows: { organisation, number } };
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
