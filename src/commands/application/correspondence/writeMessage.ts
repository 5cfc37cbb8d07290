import { invalid, refuseFor } from '../../../errors.ts';
import { advises } from '../../../policies/adviser.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { addItem, changeItem, type Line } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { maxSubjects } from '../../file/correspondenceOf.ts';
import type { Attachment, Correspondence, FileMessage, Side } from '../../items/correspondence.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { maxAttachments } from './attachments.ts';
import { requireCorrespondent } from './correspondent.ts';

/** Most messages on one subject: a new one is easier to read then. */
const maxMessages = 200;

interface Typed {
  readonly applicationId: string;
  readonly text: string;
  /** Ids of files that the writer brought for it. */
  readonly attachments: readonly string[];
  /** What its form was given: the same content of the same form is the same message. */
  readonly once?: string | undefined;
}

interface Opening {
  readonly subject: string;
  /** Whether it waits for the other side; it does unless it is one message to many. */
  readonly awaitsAnswer?: boolean;
}

/** Begins a subject on a file with its first message, to the other side. Sent twice, it is one; gives its id. */
export async function openCorrespondence(
  deps: Deps,
  asker: Asker,
  { subject, awaitsAnswer = true, ...typed }: Typed & Opening,
): Promise<string> {
  const { store, ids } = deps;
  const { applicationId, once } = typed;
  const id = once ? digestOf({ by: asker.id, subject, ...typed }).slice(0, 26) : ids.next();
  return retryOnConflict(async () => {
    const { application, side, actor } = await requireCorrespondent(deps, asker, applicationId);
    if (await store.correspondence(id)) return id;
    const known = await store.correspondenceOn(applicationId, maxSubjects);
    refuseFor({ tooManySubjects: known.length >= maxSubjects });
    const { organisationId } = application.context;
    const message = await messageOf(deps, asker, { ...typed, id, side, organisationId });
    const { at } = message;
    const opened = {
      ...{ id, organisationId, applicationId, subject, openedAt: at, lastAt: at },
      ...(awaitsAnswer ? { awaits: otherSide(side), awaitsSince: at } : { awaits: null, awaitsSince: null }),
      messages: [message],
    };
    const line = { at, actor, facts: ['correspondence.opened'], data: toldOf(message) } satisfies Line;
    await store.commit([addItem(deps, 'correspondence', opened, line)]);
    await store.removePrepared(typed.attachments);
    return id;
  });
}

/** A message on a subject that is there, which opens it again where it was settled. Sent twice, it is one. */
export async function writeMessage(
  deps: Deps,
  asker: Asker,
  { correspondenceId, ...typed }: Typed & { readonly correspondenceId: string },
): Promise<void> {
  const { store, ids } = deps;
  const { applicationId, once } = typed;
  const id = once ? digestOf({ by: asker.id, correspondenceId, ...typed }).slice(0, 26) : ids.next();
  await retryOnConflict(async () => {
    const { side, actor } = await requireCorrespondent(deps, asker, applicationId);
    const correspondence = onFile(await store.correspondence(correspondenceId), applicationId);
    const { messages, awaits, awaitsSince, organisationId } = correspondence;
    if (messages.some((one) => one.id === id)) return;
    refuseFor({ tooManyOnSubject: messages.length >= maxMessages });
    const message = await messageOf(deps, asker, { ...typed, id, side, organisationId });
    const { at } = message;
    const other = otherSide(side);
    const changed = {
      ...{ messages: [...messages, message], lastAt: at, awaits: other },
      // A second message of one side does not make the other one's wait younger.
      awaitsSince: awaits === other ? awaitsSince : at,
    };
    const line = { at, actor, facts: ['correspondence.written'], data: toldOf(message) } satisfies Line;
    await store.commit([changeItem(deps, 'correspondence', correspondence, changed, line)]);
    await store.removePrepared(typed.attachments);
  });
}

/** An officer says that nobody has to answer any more; done already, it does nothing. */
export async function settleCorrespondence(
  deps: Deps,
  asker: Asker,
  { applicationId, correspondenceId }: { readonly applicationId: string; readonly correspondenceId: string },
): Promise<void> {
  await retryOnConflict(async () => {
    const { side, actor } = await requireCorrespondent(deps, asker, applicationId);
    requireVisible(side === 'office');
    const correspondence = onFile(await deps.store.correspondence(correspondenceId), applicationId);
    if (correspondence.awaits === null) return;
    const at = deps.clock.now().toISOString();
    const line = { at, actor, facts: ['correspondence.settled'] } as const;
    const settled = { awaits: null, awaitsSince: null };
    await deps.store.commit([changeItem(deps, 'correspondence', correspondence, settled, line)]);
  });
}

/** A subject of one file; else there is none. */
function onFile(correspondence: Correspondence | null, applicationId: string): Correspondence {
  return requireVisible(correspondence?.applicationId === applicationId && correspondence);
}

const otherSide = (side: Side): Side => (side === 'office' ? 'applicant' : 'office');

/** What a line of the journal says of a message: never what stands in it. */
function toldOf({ id, side, attachments }: FileMessage) {
  return { messageId: id, side, attachments: attachments.length };
}

type NewMessage = Typed & Pick<FileMessage, 'id' | 'side'> & { readonly organisationId: string };

async function messageOf(deps: Deps, asker: Asker, message: NewMessage): Promise<FileMessage> {
  const { id, side, text, organisationId } = message;
  const advisesIt = side === 'applicant' && advises(asker, organisationId);
  return {
    ...{ id, side, by: asker.id, text },
    ...(advisesIt && { adviser: true as const }),
    at: deps.clock.now().toISOString(),
    attachments: await broughtFiles(deps, asker, message),
  };
}

/** The files of a message among those that its writer brought; `invalid` where one is gone, as after a day. */
async function broughtFiles({ store }: Deps, asker: Asker, { applicationId, attachments }: NewMessage) {
  if (attachments.length > maxAttachments) throw invalid('file', 'attachmentsFull', { max: maxAttachments });
  if (attachments.length === 0) return [];
  const brought = await store.preparedAttachments(applicationId, asker.id, maxAttachments);
  const files = brought.filter(({ id }) => attachments.includes(id));
  if (files.length < attachments.length) throw invalid('file', 'attachmentGone');
  return files.map(
    ({ organisationId: _, applicationId: __, by: ___, at: ____, ...file }): Attachment => file,
  );
}
