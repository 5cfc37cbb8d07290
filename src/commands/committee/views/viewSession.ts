import { everything } from '../../../policies/view.ts';
import { isExpected, isInvited } from '../../../workflow/session/sessionChair.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Person } from '../../items/items.ts';
import type { FrozenName, ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { committeeOf } from '../session/committeeOf.ts';
import { minutesFile, minutesFor, type Names, namesIn } from '../session/minutesFile.ts';
import { type ConcludedFile, minutesOf } from '../session/minutesOf.ts';
import { recusalsFrom } from '../session/moveSession.ts';
import { conclusionOf, ownSession } from '../session/sessionInProgress.ts';
import { sessionRefusals } from '../session/sessionRefusals.ts';
import { waitingFiles } from '../session/waitingFiles.ts';

export type SessionView = Awaited<ReturnType<typeof viewSession>>;

/** A session with what this person may know of its files; a file that is kept from them has no line. */
export async function viewSession(deps: Deps, asker: Asker, sessionId: string) {
  const session = await ownSession(deps, asker, sessionId);
  const { store } = deps;
  const before = session.state === 'planned' || session.state === 'convened';
  const [members, files, waitingNow] = await Promise.all([
    committeeOf(deps),
    store.applications(session.context.agenda),
    before ? waitingFiles(deps) : [],
  ]);
  const waiting = waitingNow.filter(({ id }) => !session.context.agenda.includes(id));
  const names = await store.frozenNames([...files, ...waiting]);
  const ordered = session.context.agenda.flatMap((id) => files.find((file) => file.id === id) ?? []);
  const written = session.state === 'closed' || session.state === 'minutesApproved';
  const minutes = written ? await minutesOf(deps, session) : null;
  const shown = minutes && minutesFor(asker, session, minutes.files, files);
  const people = shown && (await namesIn(deps, session, shown));
  const ids = new Set(files.map(({ id }) => id));
  const expected = members.filter(({ id }) => isExpected(session.context, id));
  const whole = { ...deps, store: store.seenBy(everything) };
  /** How many of those who are expected could vote on a file; null while nobody is convened, and once the room is open. */
  const votersOn = async ({ id }: ListedFile) => {
    if (session.state !== 'convened') return null;
    const recused = (await recusalsFrom(whole, id)).map(({ personId }) => personId);
    return expected.filter((person) => !recused.includes(person.id)).length;
  };
  const ofFile = (id: string) => ({
    organisation: requireVisible(names.get(id)).name,
    about: requireVisible(files.find((file) => file.id === id)).context,
  });
  return {
    /** Without what was said and done on files that this person must not know of. */
    session: aboutFiles(session, ids),
    /** Who may sit in it. */
    members: members.filter(({ id }) => isInvited(session.context, id)),
    /** Ids of those who were invited and did not excuse themselves. */
    expected: expected.map(({ id }) => id),
    files: await Promise.all(
      ordered.map(async (file) => ({
        ...fileOf(session, file, requireVisible(names.get(file.id)), members),
        isWithdrawal: isWithdrawal(file, minutes?.files),
        expected: await votersOn(file),
      })),
    ),
    /** Files that could be put on the agenda, while it is not open. */
    waiting: waiting.map((file) => ({ file, name: requireVisible(names.get(file.id)) })),
    /** From the closing on: the digest of the minutes, and of what is in them the files that this person may read. */
    minutes: minutes &&
      shown &&
      people && {
        digest: minutes.digest,
        files: shown.map((file) => minutesFile(session, file, ofFile(file.applicationId), people)),
        names: people,
        draft: draftFor(asker, session, ids, people),
        /** Whether a file is left out: this person is recused from it, or it is still sealed. */
        partial: shown.length < minutes.files.length,
      },
    /** Whether this person notes who comes and goes. */
    presides: chairs(session, asker),
    /** What refuses each action now, for this person; an action without reasons can be offered. */
    blockers: await sessionRefusals(deps, asker, session, minutes?.digest ?? ''),
  };
}

/** The draft of an officer, without what it says of files that this person must not know of, or is recused from. */
function draftFor({ id }: Person, session: Session, ids: ReadonlySet<string>, names: Names) {
  const { minutesDraft, context } = session;
  if (!minutesDraft) return null;
  const { additions, by, ...draft } = minutesDraft;
  const isKept = (applicationId: string) =>
    !ids.has(applicationId) ||
    context.recusals.some((one) => one.applicationId === applicationId && one.personId === id);
  return { ...draft, by: names(by), additions: additions.filter((one) => !isKept(one.applicationId)) };
}

/** Whether a file is on the agenda because its label is proposed to be withdrawn. */
function isWithdrawal({ id, state }: ListedFile, concluded: readonly ConcludedFile[] = []): boolean {
  const outcome = concluded.find(({ applicationId }) => applicationId === id)?.outcome;
  if (outcome === undefined || outcome === 'deferred') return state === 'granted';
  return outcome === 'withdrawn' || outcome === 'kept';
}

/** Whether a person holds the chair of an open session, in its room. */
function chairs({ state, context }: Session, { id }: Person): boolean {
  return state === 'open' && context.chair === id && context.present.includes(id);
}

/** A session with what it says of some files, and of itself, alone; what was written down of files is in the minutes. */
function aboutFiles(session: Session, ids: ReadonlySet<string>): Omit<Session, 'additions' | 'minutesDraft'> {
  const of = <T extends { readonly applicationId: string | null }>(list: readonly T[]) =>
    list.filter(({ applicationId }) => applicationId === null || ids.has(applicationId));
  const { context, words, handovers = [], additions: _, minutesDraft: __, ...rest } = session;
  return {
    ...rest,
    words: of(words),
    handovers: of(handovers),
    context: {
      ...context,
      agenda: context.agenda.filter((id) => ids.has(id)),
      chairs: of(context.chairs),
      recusals: of(context.recusals),
      votes: of(context.votes),
      concluded: of(context.concluded),
    },
  };
}

function fileOf(session: Session, file: ListedFile, name: FrozenName, members: readonly Person[]) {
  const { context, words } = session;
  const of = <T extends { applicationId: string }>(list: readonly T[]) =>
    list.filter(({ applicationId }) => applicationId === file.id);
  const recusedIds = of(context.recusals).map(({ personId }) => personId);
  const votes = of(context.votes);
  const took = [...new Set([...context.present, ...votes.map(({ personId }) => personId)])];
  const free = took.filter((id) => !recusedIds.includes(id));
  return {
    file,
    name,
    result: conclusionOf(session, file.id)?.result ?? null,
    /** Who may vote on it, in the room or gone after they voted, and how many of them did. */
    voters: free.length,
    voted: votes.filter(({ personId }) => free.includes(personId)).length,
    recused: members
      .filter(({ id }) => recusedIds.includes(id))
      .map((person) => ({
        person,
        reason: of(words).find((word) => word.personId === person.id && word.choice === null)?.reason ?? '',
      })),
  };
}
