import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { actorOn, type FileActor } from '../../common/actor.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Finding, FindingWord } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judges } from './judges.ts';

/** What a form about one finding says: which one, and as it was read. */
export interface Seen {
  readonly findingId: string;
  readonly revision: number;
}

/** A finding with its file, and who acts on it now. */
export interface Acted {
  readonly finding: Finding;
  readonly application: Application;
  readonly said: { readonly at: string; readonly actor: FileActor };
}

/** A finding for the people who write for its organisation; to anyone else there is none. */
export async function ownFinding(deps: Deps, asker: Asker, seen: Seen): Promise<Acted> {
  const acted = await findingOf(deps, asker, seen);
  requireVisible(mayEdit(asker, acted.finding.context.organisationId) || null);
  unchanged(acted.finding, seen.revision);
  return acted;
}

/** A finding for the staff who have it before them; to anyone else there is none. */
export async function judgedFinding(deps: Deps, asker: Asker, seen: Seen): Promise<Acted> {
  const acted = await findingOf(deps, asker, seen);
  const { organisationId } = acted.finding.context;
  requireVisible((!belongsTo(asker, organisationId) && judges(asker, acted.finding)) || null);
  unchanged(acted.finding, seen.revision);
  return acted;
}

async function findingOf(deps: Deps, asker: Asker, { findingId }: Seen): Promise<Acted> {
  const finding = requireVisible(await deps.store.finding(findingId));
  const application = requireVisible(await deps.store.application(finding.context.applicationId));
  const actor = await actorOn(deps, asker, application);
  return { finding, application, said: { at: deps.clock.now().toISOString(), actor } };
}

/** What was said of a finding, with one thing more. */
export function withWord({ words }: Finding, word: FindingWord): Pick<Finding, 'words'> {
  return { words: [...words, word] };
}
