import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { InformationRound, Snapshot } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Most questions of one round. */
export const maxQuestions = 20;

/** One question, and the criterion that it is about; null for the file as a whole. */
export type AskedItem = Pick<InformationRound['items'][number], 'place' | 'question'>;

/**
 * Asks the organisation for something, in up to twenty questions of one round. The clock of the file stands still until it
 * answers; it has the scheme's working days for it, with the holidays of its own region.
 */
export async function requestInformation(
  deps: Deps,
  asker: Asker,
  input: FileInput & { readonly items: readonly AskedItem[] },
): Promise<void> {
  const { application, snapshot, published, reviews } = await frozenFile(deps, input.applicationId);
  requireVisible(mayReadFile(asker, { application, reviews }));
  requireRevision(application, input.revision);
  refuseFaults(published.scheme, snapshot, input.items);
  const { organisationId } = application.context;
  const { region } = requireVisible(await deps.store.organisation(organisationId));
  const at = deps.clock.now().toISOString();
  const dueAt = dueAfter(at, published.scheme.process.answerDays, region);
  const event = {
    type: 'requestInformation',
    at,
    actor: await actorOn(deps, asker, application),
    items: input.items.map(({ question }) => question),
    dueAt,
  } as const;
  const items = input.items.map((item) => ({ ...item, id: deps.ids.next(), answer: '' }));
  const information = [...(application.information ?? []), { askedAt: at, dueAt, answeredAt: null, items }];
  await deps.store.commit([applyToApplication(deps, application, event, { information })]);
}

function refuseFaults(scheme: Scheme, { content }: Snapshot, items: readonly AskedItem[]): void {
  const known = (place: NonNullable<AskedItem['place']>) =>
    criteriaOf(scheme, place.offerId === '' ? 'organisation' : 'offer').some(
      ({ id }) => id === place.criterion,
    ) &&
    (place.offerId === '' || content.offers.some(({ id }) => id === place.offerId));
  const faults = items.flatMap(({ question, place }, i): Fault[] => [
    ...(question.trim() === '' ? [fault(`question.${i + 1}`, 'required')] : []),
    ...(place !== null && !known(place) ? [fault(`place.${i + 1}`, 'notAnOption')] : []),
  ]);
  if (items.length > maxQuestions)
    faults.push(fault(`question.${maxQuestions + 1}`, 'tooLarge', { limit: maxQuestions }));
  requireNoFaults(faults);
}
