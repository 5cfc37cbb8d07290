import { LabelError, refuseFor } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { CaseId } from '../../items/casework.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { maxNotes } from './caseNotes.ts';
import { caseSubject, mayNotOwn, mayOwn } from './caseSubject.ts';
import { changeCasework } from './changeCasework.ts';

export interface HandOver {
  readonly item: CaseId;
  /** Id of the officer whose it becomes; null for nobody. */
  readonly to: string | null;
  /** What they should know; empty where there is nothing to say. */
  readonly note: string;
  /** Whose it was when the asker looked; left out, whoever has it. */
  readonly from?: string | null;
  /** Id of the act on many items that it is a part of, which tells of all of them. */
  readonly act?: string;
}

/**
 * Makes an item somebody's, with a note; it is theirs already, and nothing happens. Refused where they could not work on it, `stale`
 * where it is not whose the asker saw.
 */
export async function handOver(deps: Deps, asker: Asker, input: HandOver): Promise<void> {
  const { item, to, note: text, from: seen, act } = input;
  await requireOwner(deps, asker, item, to);
  const id = deps.ids.next();
  await changeCasework(deps, asker, item, ({ owner: from, notes }, at) => {
    if (from === to) return null;
    if (seen !== undefined && seen !== from) throw new LabelError('stale');
    refuseFor({ tooManyNotes: notes.length >= maxNotes });
    const note = { id, by: asker.id, at, text, editedAt: null, about: null, handOver: { from, to } };
    return {
      changed: { owner: to, notes: [...notes, note] },
      line: { facts: ['casework.handedOver'], data: { from, to, ...(act !== undefined && { act }) } },
    };
  });
}

/** An officer who may work on it; oneself is one already where one may meet it and holds no part that bars. */
async function requireOwner(deps: Deps, asker: Asker, item: CaseId, to: string | null): Promise<void> {
  if (to === null) return;
  if (to === asker.id) {
    await caseSubject(deps, asker, item, 'own');
    return;
  }
  // Whoever asks learns nothing of an item that they may not meet, not even who may own it.
  await caseSubject(deps, asker, item);
  const person = requireVisible(await deps.store.person(to));
  const may = isOfficer(person) && person.removedAt === null && (await mayOwn(deps, person, item));
  if (!may) throw mayNotOwn();
}
