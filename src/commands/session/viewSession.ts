import { isChair, isInCommittee } from '../../policies/who.ts';
import type { Session } from '../decidingItems.ts';
import { found } from '../found.ts';
import type { Person } from '../items.ts';
import type { FrozenName, ListedFile } from '../listingPorts.ts';
import type { Asker, Deps } from '../ports.ts';
import { rehearse } from '../rehearse.ts';
import { reviseMinutes, signMinutes } from './approveMinutes.ts';
import { committeeOf } from './committeeOf.ts';
import { minutesFor } from './minutesFor.ts';
import { type ConcludedFile, minutesOf } from './minutesOf.ts';
import { cancelSession, closeSession, conveneSession } from './moveSession.ts';
import { openSession } from './openSession.ts';
import { conclusionOf } from './openSessionOf.ts';
import { ownSession } from './ownSession.ts';
import { changePlan } from './planSession.ts';

/** A file of a session, as someone who may know of it sees it. */
export interface SessionFile {
  readonly file: ListedFile;
  readonly name: FrozenName;
  readonly result: 'decided' | 'deferred' | null;
  /** Members in the room who may vote on it, and how many of them did. */
  readonly voters: number;
  readonly voted: number;
  readonly recused: readonly { readonly person: Person; readonly reason: string }[];
}

export type SessionAction = 'plan' | 'convene' | 'cancel' | 'open' | 'close' | 'sign' | 'revise';

/** A session of the committee for its members and the officers. */
export interface SessionView {
  readonly session: Session;
  readonly members: readonly Person[];
  readonly files: readonly SessionFile[];
  /** Files that could be put on the agenda, while it is not open. */
  readonly waiting: readonly { readonly file: ListedFile; readonly name: FrozenName }[];
  /** From the closing on: the digest of the minutes, and of what is in them the files that this person may read. */
  readonly minutes: { readonly digest: string; readonly files: readonly ConcludedFile[] } | null;
  /** Whether this person notes who comes and goes. */
  readonly presides: boolean;
  /** What refuses each action now, for this person; an action without reasons can be offered. */
  readonly against: Readonly<Record<SessionAction, readonly string[]>>;
}

const many = 200;

/** A session with what this person may know of its files; a file that is kept from them has no line. */
export async function viewSession(deps: Deps, asker: Asker, sessionId: string): Promise<SessionView> {
  const session = await ownSession(deps, asker, sessionId);
  const { store } = deps;
  const before = session.state === 'planned' || session.state === 'convened';
  const [members, files, inDeliberation] = await Promise.all([
    committeeOf(deps),
    store.applications(session.context.agenda),
    before ? store.submittedIn(['deliberation'], many) : [],
  ]);
  const waiting = inDeliberation.filter(({ id }) => !session.context.agenda.includes(id));
  const names = await store.frozenNames([...files, ...waiting]);
  const ordered = session.context.agenda.flatMap((id) => files.find((file) => file.id === id) ?? []);
  const written = session.state === 'closed' || session.state === 'minutesApproved';
  const minutes = written ? await minutesOf(deps, session) : null;
  return {
    session,
    members,
    files: ordered.map((file) => fileOf(session, file, found(names.get(file.id)), members)),
    waiting: waiting.map((file) => ({ file, name: found(names.get(file.id)) })),
    minutes: minutes && { digest: minutes.digest, files: minutesFor(asker, session, minutes.files, files) },
    presides: session.state === 'open' && isChair(asker),
    against: await refusals(deps, asker, session, minutes?.digest ?? ''),
  };
}

function fileOf(
  session: Session,
  file: ListedFile,
  name: FrozenName,
  members: readonly Person[],
): SessionFile {
  const { context, words } = session;
  const of = <T extends { applicationId: string }>(list: readonly T[]) =>
    list.filter(({ applicationId }) => applicationId === file.id);
  const recusedIds = of(context.recusals).map(({ personId }) => personId);
  const free = context.present.filter((id) => !recusedIds.includes(id));
  return {
    file,
    name,
    result: conclusionOf(session, file.id)?.result ?? null,
    voters: free.length,
    voted: of(context.votes).filter(({ personId }) => free.includes(personId)).length,
    recused: members
      .filter(({ id }) => recusedIds.includes(id))
      .map((person) => ({
        person,
        reason: of(words).find((word) => word.personId === person.id && word.choice === null)?.reason ?? '',
      })),
  };
}

async function refusals(
  deps: Deps,
  asker: Asker,
  session: Session,
  minutes: string,
): Promise<SessionView['against']> {
  const at = { sessionId: session.id, revision: session.revision };
  const { plannedFor, agenda, quorum } = session.context;
  const seats = [asker.id, ...Array.from({ length: quorum }, (_, i) => `seat-${i}`)];
  const tried = (act: (dry: Deps) => Promise<void>) => rehearse(deps, act);
  const written = session.state === 'closed';
  const asMember = isInCommittee(asker);
  return {
    plan: await tried((dry) => changePlan(dry, asker, { ...at, plannedFor, place: '', agenda })),
    convene: await tried((dry) => conveneSession(dry, asker, at)),
    cancel: await tried((dry) => cancelSession(dry, asker, { ...at, reason: '.' })),
    // Asked with a room full of people nobody knows: what then is missing is that they are members, and nothing else may be.
    open: (await tried((dry) => openSession(dry, asker, { ...at, present: seats }))).filter(
      (reason) => reason !== 'membersOnly',
    ),
    close: await tried((dry) => closeSession(dry, asker, at)),
    sign:
      written && asMember
        ? await tried((dry) => signMinutes(dry, asker, { ...at, minutes }))
        : ['wrongState'],
    revise: await tried((dry) => reviseMinutes(dry, asker, { ...at, remarks: '.' })),
  };
}
