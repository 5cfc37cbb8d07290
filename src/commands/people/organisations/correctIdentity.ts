import { fault, LabelError } from '../../../errors.ts';
import { readIdentifier } from '../../../register/identifier.ts';
import { actorTowards } from '../../common/actor.ts';
import { unchanged } from '../../common/requireVisible.ts';
import type { Application, Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { ownersTeam, requireNotMerged } from './ownTeam.ts';

interface Input extends Pick<Organisation, 'legalForm' | 'identifier'> {
  readonly organisationId: string;
  /** As the asker saw it. */
  readonly revision: number;
}

/** States in which a file shows its organisation to nobody: not sent yet, or over without a label. */
const unseen: readonly Application['state'][] = ['draft', 'closed', 'withdrawn', 'lapsed'];

/**
 * Corrects the legal form and the number of an organisation, by an owner, while no label bears them and nobody works on a file
 * with them. The journal keeps what they were.
 */
export async function correctIdentity(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { organisation } = await ownersTeam(deps, asker, input.organisationId);
  requireNotMerged(organisation);
  unchanged(organisation, input.revision);
  const read = readIdentifier(input.identifier);
  if (input.identifier !== '' && !read) {
    throw new LabelError('invalid', { faults: [fault('identifier', 'badIdentifier')] });
  }
  const { legalForm, identifier } = organisation;
  const now = { legalForm: input.legalForm, identifier: read?.text ?? '' };
  if (now.legalForm === legalForm && now.identifier === identifier) return;
  const [labels, files] = await Promise.all([
    deps.store.labelsOf(organisation.id),
    deps.store.applicationsOf([organisation.id]),
  ]);
  if (labels.length > 0 || files.some(({ state }) => !unseen.includes(state))) {
    throw new LabelError('refused', { reasons: ['identityFixed'] });
  }
  const line = {
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, organisation.id),
    facts: ['organisation.changed'],
    data: { before: { legalForm, identifier } },
  } as const;
  const changed = {
    ...(now.legalForm !== legalForm && { legalForm: now.legalForm }),
    ...(now.identifier !== identifier && { identifier: now.identifier }),
  };
  await deps.store.commit({ changes: [organisationChange(deps, organisation, changed, line)] });
}
