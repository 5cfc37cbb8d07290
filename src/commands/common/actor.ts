import { refuseWith } from '../../errors.ts';
import type { Act } from '../../policies/acts.ts';
import { refusedBy } from '../../policies/duties.ts';
import { partsOfFacts } from '../../policies/partOfFact.ts';
import { type Part, partsOf } from '../../policies/parts.ts';
import { barring } from '../../policies/tie.ts';
import { dayOf } from '../../register/day.ts';
import type { EventActor, Role } from '../../workflow/events.ts';
import type { Application } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

const onFile: unique symbol = Symbol('parts held on a file');

/** Parts on one file; null for the service itself and for a stranger, who hold none on any, and where there is no file. */
type Held = { readonly fileId: string; readonly parts: ReadonlySet<Part> } | null;

/** Someone who acts on a file, with their parts on it; made here alone and never copied, so that no command skips the separation of duties. */
export interface FileActor extends EventActor {
  readonly [onFile]: Held;
}

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;
type Known = Pick<Application, 'id' | 'state' | 'context'>;

/** A person as a machine sees them: their roles in the service and in the organisation that the item belongs to. */
export function actorTowards(asker: Asker, organisationId: string): EventActor {
  const memberships = asker.memberships.filter((m) => m.organisationId === organisationId);
  // An adviser is none of those who send or sign in its name, whatever they may write.
  return actorOf(asker, [...asker.roles, ...memberships.map((m) => (m.adviser ? 'adviser' : m.role))]);
}

/** A person in what concerns no organisation: with the roles they hold for the whole service. */
export function actorOf({ id, roles, request, key }: Asker, held: readonly Role[] = roles): EventActor {
  return { id, roles: held, ...(request !== undefined && { request }), ...(key !== undefined && { key }) };
}

/** Somebody who is not signed in: of a stranger no part on any file is known. */
export function visitorActor(request: string): FileActor {
  return holding({ id: 'visitor', roles: [], request }, null);
}

/** A person as they act on what belongs to no file, with their role in the organisation that it belongs to, if any. */
export function actorWithoutFile(asker: Asker, organisationId?: string): FileActor {
  return holding(organisationId === undefined ? actorOf(asker) : actorTowards(asker, organisationId), null);
}

/** The service itself, for what a clock or a worker does. */
export const systemActor = holding({ id: 'system', roles: ['system'] }, null);

/** How the journal names the directory of the staff (SCIM). */
export const directoryId = 'scim';

/** The directory of the staff: it holds no role, and acts on no file. */
export function directoryActor(request: string): FileActor {
  return holding({ id: directoryId, roles: [], request }, null);
}

/** A person as they act on a file; their parts are read from what is kept. */
export async function actorOn(deps: With, asker: Asker, file: Known): Promise<FileActor> {
  const actor = actorTowards(asker, file.context.organisationId);
  return holding(actor, { fileId: file.id, parts: await partsOn(deps, asker, file) });
}

/** What goes with every event on a file: when it is, and who does it. */
export interface EventMeta {
  readonly at: string;
  readonly actor: FileActor;
}

/** The same of a person who acts on a file now. */
export async function eventMetaOn(deps: With, asker: Asker, file: Known): Promise<EventMeta> {
  return { at: deps.clock.now().toISOString(), actor: await actorOn(deps, asker, file) };
}

/** Every part that a person holds today on a file, and on what was begun since on the label that it opened. */
export async function partsOn(deps: With, asker: Asker, file: Known): Promise<ReadonlySet<Part>> {
  const [held, since] = await Promise.all([
    partsOnOne(deps, asker, file),
    deps.store
      .filesOnLabelOf(file)
      .then((files) => Promise.all(files.map((one) => partsOnOne(deps, asker, one)))),
  ]);
  return new Set([held, ...since].flatMap((parts) => [...parts]));
}

async function partsOnOne(deps: With, asker: Asker, file: Known): Promise<ReadonlySet<Part>> {
  const { reviews, facts, ties, voted, onPanel, owned } = await deps.store.dutiesOf(asker.id, file);
  const today = dayOf(deps.clock.now().toISOString());
  const tied = barring(ties, deps.impartiality, today).length > 0;
  const stored = { byJournal: partsOfFacts(facts), voted, onPanel, owned, tied };
  return partsOf(asker, { application: file, reviews }, stored);
}

/** Whoever requested what a worker carries out; their parts were checked at the request. */
export function asAsked(actor: EventActor): FileActor {
  return holding({ ...actor }, null);
}

/** Refuses an act on a file to an actor whose parts bar it. */
export function requireDuty(actor: FileActor, fileId: string, act: Act): void {
  refuseWith(dutyReasons(actor, fileId, act));
}

/** Why the parts of an actor refuse an act on a file. */
export function dutyReasons(actor: FileActor, fileId: string, act: Act): readonly string[] {
  const known = actor[onFile];
  if (known === null) return [];
  if (known === undefined) throw new Error(`${actor.id} acts on ${fileId} and nobody knows their parts`);
  if (known.fileId !== fileId) throw new Error(`${actor.id} acts on ${fileId} with parts on ${known.fileId}`);
  return refusedBy(act, known.parts);
}

/** Refuses an act on several files to a person whose parts on one of them bar it. */
export async function requireDutyOnAll(deps: With, asker: Asker, files: readonly Known[], act: Act) {
  const reasons = files.map(async (file) => dutyReasons(await actorOn(deps, asker, file), file.id, act));
  refuseWith([...new Set((await Promise.all(reasons)).flat())]);
}

/** Not enumerable, so that the journal keeps the actor without their parts. */
function holding(actor: EventActor, parts: Held): FileActor {
  return Object.defineProperty(actor, onFile, { value: parts }) as FileActor;
}
