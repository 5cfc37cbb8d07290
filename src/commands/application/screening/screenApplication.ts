import { ticketOf } from '../../../scoring/lot.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { endOfAppeal } from '../../common/appealDay.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { applicationOf, type FileInput } from '../../common/fileInput.ts';
import { requireReason } from '../../common/requireReason.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/**
 * Finds a file admissible: it goes on to its reviewers. Its ticket for a visit is drawn now, before anyone can know what they
 * will find; seed and ticket are recorded in the journal.
 */
export async function acceptApplication(deps: Deps, asker: Asker, input: FileInput): Promise<void> {
  const application = await applicationOf(deps, input);
  const event = { type: 'accept', ...(await eventMetaOn(deps, asker, application)) } as const;
  const seed = deps.ids.secret();
  const lot = { seed, ticket: ticketOf(seed, application.id) };
  await deps.store.commit([applyToApplication(deps, application, event, { lot }, { lot })]);
}

/** Ends a file at its screening, with reasons that its organisation reads and until when it may appeal. */
export async function declareIneligible(deps: Deps, asker: Asker, input: FileInput & { reason: string }) {
  const application = await applicationOf(deps, input);
  const reason = requireReason(input.reason);
  const { organisationId, snapshots } = application.context;
  const eventMeta = await eventMetaOn(deps, asker, application);
  const conflict = await hasConflict(deps, asker, organisationId);
  const appealBy = endOfAppeal(deps, application, eventMeta.at);
  const event = { type: 'declareIneligible', ...eventMeta, reason, conflict, appealBy } as const;
  const letter = { snapshot: snapshots, offers: [], findings: [], result: null };
  const change = applyToApplication(deps, application, event, { decisionReason: reason }, { letter });
  await deps.store.commit([change]);
}
