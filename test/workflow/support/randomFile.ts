import type { ApplicationEvent } from '../../../src/workflow/events.ts';
import { eventsOf, step } from '../../../src/workflow/step.ts';
import type { StoredApplication } from '../../../src/workflow/stored.ts';
import { applicationEvents } from './applicationEvents.ts';
import { starts } from './starts.ts';

type Part = 'reviewer' | 'rapporteur' | 'decider' | 'appeal';

/** One thing tried: which of the possible events, and who stands in for the people it names. */
export interface Try {
  readonly event: number;
  readonly people: readonly number[];
}

/** A file after many tries: the events that were taken, where it stands, and who had which parts on the way. */
export interface RandomFile {
  readonly events: readonly ApplicationEvent[];
  readonly stored: StoredApplication;
  readonly parts: ReadonlyMap<string, ReadonlySet<Part>>;
}

/** They give no part and only make a walk short. */
const endings: readonly string[] = ['withdraw', 'deadlinePassed', 'labelEnded', 'sign'];
/** Tried as often as the others, they would keep nearly every file from a decision. */
const setbacks: readonly string[] = ['conflictFound', 'declareIneligible', 'requestInformation'];
/** How many people there are: few enough to meet again, enough to come to a second appeal. */
export const circle = 16;

/** Takes what a file takes of these tries. The people of all events come from one small circle, so that they meet again. */
export function randomFile(tries: readonly Try[]): RandomFile {
  let stored = starts.application;
  const events: ApplicationEvent[] = [];
  const parts = new Map<string, Set<Part>>();
  for (const attempt of tries) {
    const possible = possibleEvents(stored, attempt.people[0] === 0);
    const meant = possible[attempt.event % possible.length];
    if (!meant) continue;
    const event = recast(meant, attempt.people);
    const result = step('application', stored, event);
    if (!result.taken) continue;
    for (const [id, part] of partsGiven(event)) parts.set(id, (parts.get(id) ?? new Set()).add(part));
    stored = result.next;
    events.push(event);
  }
  return { events, stored, parts };
}

function possibleEvents(stored: StoredApplication, setBack: boolean): readonly ApplicationEvent[] {
  const known = eventsOf('application', stored.state).filter(
    (type) => !endings.includes(type) && (setBack || !setbacks.includes(type)),
  );
  return applicationEvents(stored.context).filter(
    (event) => known.includes(event.type) && step('application', stored, event).taken,
  );
}

/** The same event by and with other people. */
function recast(event: ApplicationEvent, people: readonly number[]): ApplicationEvent {
  let next = 0;
  const someone = () => `p${people[next++ % people.length] ?? 0}`;
  const actor = { ...event.actor, id: someone() };
  switch (event.type) {
    case 'staff':
    case 'returnToEvaluation': {
      const reviewers = event.reviewers.map((r) => {
        const personId = r.delivered ? r.personId : someone();
        return r.delivered ? r : { ...r, personId, reviewId: `of-${personId}` };
      });
      return { ...event, actor, reviewers };
    }
    case 'decide': {
      const { present, recused } = event.vote;
      const voting = present.filter((id) => !recused.includes(id)).map(someone);
      const vote = { ...event.vote, present: [...voting, 'z'], recused: ['z'] };
      return { ...event, actor, chair: actor.id, vote };
    }
    case 'defer':
      return { ...event, actor, chair: actor.id };
    case 'dismissAppeal':
    case 'upholdAppeal':
      return { ...event, actor, panel: [actor.id, someone()] };
    case 'deliverReview':
    case 'acceptCorrection':
    case 'rejectCorrection':
      return event;
    default:
      return { ...event, actor };
  }
}

/** The parts that an event gives when it is taken, told from the event alone. */
function partsGiven(event: ApplicationEvent): readonly (readonly [string, Part])[] {
  switch (event.type) {
    case 'staff':
      return event.reviewers.map((r) => [r.personId, 'reviewer'] as const);
    case 'returnToEvaluation':
      return [
        [event.actor.id, 'rapporteur'],
        ...event.reviewers.map((r) => [r.personId, 'reviewer'] as const),
      ];
    case 'moderate':
      return [[event.actor.id, 'reviewer']];
    case 'recommend':
      return [[event.actor.id, 'rapporteur']];
    case 'decide': {
      const unrecused = event.vote.present.filter((id) => !event.vote.recused.includes(id));
      return [event.actor.id, ...unrecused].map((id) => [id, 'decider'] as const);
    }
    case 'dismissAppeal':
    case 'upholdAppeal':
      return event.panel.map((id) => [id, 'appeal'] as const);
    default:
      return [];
  }
}
