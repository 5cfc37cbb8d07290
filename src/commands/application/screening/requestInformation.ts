import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { dueAfter } from '../../../register/calendar.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { InformationRound, Snapshot } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Most questions of one round. */
export const maxQuestions = 20;

/** One question, and the criterion that it is about; null for the file as a whole. */
export type AskedItem = Pick<InformationRound['items'][number], 'place' | 'question'>;

type Input = FileInput & { readonly items: readonly AskedItem[] };

/**
 * Asks the organisation for something, in up to twenty questions of one round. The clock of the file is stopped until it
 * answers, within the scheme's working days, counted with the holidays of its own region.
 */
export async function requestInformation(deps: Deps, asker: Asker, input: Input): Promise<void> {
  const { application, snapshot, published, reviews } = await frozenFile(deps, input.applicationId);
  requireVisible(mayReadFile(asker, { application, reviews }));
  requireRevision(application, input.revision);
  requireNoFaults(faultsOf(published.scheme, snapshot, input.items));
  const { region } = requireVisible(await deps.store.organisation(application.context.organisationId));
  const eventMeta = await eventMetaOn(deps, asker, application);
  const dueAt = dueAfter(eventMeta.at, published.scheme.process.answerDays, region);
  const questions = input.items.map(({ question }) => question);
  const event = { type: 'requestInformation', ...eventMeta, items: questions, dueAt } as const;
  const items = input.items.map((item) => ({ ...item, id: deps.ids.next(), answer: '' }));
  const round = { askedAt: eventMeta.at, dueAt, answeredAt: null, items };
  const information = [...(application.information ?? []), round];
  await deps.store.commit([applyToApplication(deps, application, event, { information })]);
}

function faultsOf(scheme: Scheme, { content }: Snapshot, items: readonly AskedItem[]): Fault[] {
  const isKnown = ({ offerId, criterion }: CriterionPlace) =>
    criteriaOf(scheme, offerId === '' ? 'organisation' : 'offer').some(({ id }) => id === criterion) &&
    (offerId === '' || content.offers.some(({ id }) => id === offerId));
  const isFull = items.length > maxQuestions;
  return [
    ...items.flatMap(({ question, place }, i) => [
      ...(question.trim() === '' ? [fault(`question.${i + 1}`, 'required')] : []),
      ...(place !== null && !isKnown(place) ? [fault(`place.${i + 1}`, 'notAnOption')] : []),
    ]),
    ...(isFull ? [fault(`question.${maxQuestions + 1}`, 'tooLarge', { limit: maxQuestions })] : []),
  ];
}
