import { fault, LabelError } from '../../../errors.ts';
import { isReviewer } from '../../../policies/who.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AdmittedFor, admission } from './admission.ts';

interface Input extends AdmittedFor {
  readonly personId: string;
  /** Of the profile as the administrator saw it; 0 when there was none. */
  readonly revision: number;
}

/** Admits a person as a reviewer, or for another year; nobody admits themselves, and a peer has a field of work. */
export async function admitReviewer(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { said, self } = await administratorsOwn(deps, asker);
  const person = requireVisible(await deps.store.person(input.personId));
  const profile = await deps.store.reviewer(person.id);
  if ((profile?.revision ?? 0) !== input.revision) throw new LabelError('stale');
  const reasons = [
    ...(person.id === self.id ? ['ownAdmission'] : []),
    ...(isReviewer(person) ? [] : ['notReviewer']),
    ...(person.removedAt === null ? [] : ['personRemoved']),
  ];
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  if (input.seat === 'peer' && input.sector === null) {
    throw new LabelError('invalid', { faults: [fault('sector', 'required')] });
  }
  await deps.store.commit({ changes: [admission(deps, person, profile, input, said)] });
}
