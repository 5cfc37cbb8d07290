import { invalid } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { type Day, dayOf, endOfDay } from '../../../register/day.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToSurveillance } from '../../common/applyEvent.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { Visit } from '../../items/decidingItems.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type Judged = ItemInput<'surveillanceId'> & { readonly reason: string };

/** An officer finds that what was declared or seen is in order, and says what it rests on. */
export async function confirmSurveillance(deps: Deps, asker: Asker, input: Judged): Promise<void> {
  const { known, eventMeta } = await judged(deps, asker, input);
  const { reason } = input;
  const words = said(known, 'confirm', reason, eventMeta.at);
  await deps.store.commit([
    applyToSurveillance(deps, known, { type: 'confirm', ...eventMeta, reason }, { words }),
  ]);
}

/** An officer says what is not in order, and until when its holder answers. */
export async function raiseSurveillanceFindings(
  deps: Deps,
  asker: Asker,
  input: Judged & { readonly until: Day },
): Promise<void> {
  const { known, eventMeta } = await judged(deps, asker, input);
  const { reason, until } = input;
  if (until < dayOf(eventMeta.at)) throw invalid('until', 'dayPast');
  const event = { type: 'raiseFindings', ...eventMeta, reason, dueAt: endOfDay(until) } as const;
  const words = said(known, 'raiseFindings', reason, eventMeta.at);
  await deps.store.commit([applyToSurveillance(deps, known, event, { words })]);
}

type SiteCheck = ItemInput<'surveillanceId'> & Pick<Visit, 'kind' | 'on' | 'people' | 'notes'>;

/** An officer writes down a site check: when it was, who was met, what was seen. */
export async function recordSiteCheck(deps: Deps, asker: Asker, input: SiteCheck): Promise<void> {
  const { known, eventMeta } = await judged(deps, asker, input);
  const { at } = eventMeta;
  const { kind, on, people, notes } = input;
  const visit: Visit = { kind, on, people, notes, by: asker.id, at };
  const event = { type: 'recordCheck', ...eventMeta, digest: digestOf(visit) } as const;
  const change = applyToSurveillance(deps, known, event, { visit });
  if (on > dayOf(at)) throw invalid('on', 'dayToCome');
  await deps.store.commit([change]);
}

/** A task for an officer who may work on its file; to anyone else there is none. */
async function judged(deps: Deps, asker: Asker, { surveillanceId, revision }: ItemInput<'surveillanceId'>) {
  const known = requireVisible(await deps.store.surveillance(surveillanceId));
  const { applicationId, organisationId } = known.context;
  const file = await reviewedFile(deps, applicationId);
  requireVisible(isOfficer(asker) && !belongsTo(asker, organisationId) && mayReadFile(asker, file));
  requireRevision(known, revision);
  return { known, eventMeta: await eventMetaOn(deps, asker, file.application) };
}

function said(
  { words }: Surveillance,
  step: Surveillance['words'][number]['step'],
  text: string,
  at: string,
) {
  return [...words, { step, text, at }];
}
