import type { JournalRecord } from '../../src/workflow/record.ts';
import type { Known } from './known.ts';

/** The parts of which nobody holds two on one file. */
type Duty = 'reviewer' | 'rapporteur' | 'decider' | 'appeal member';

/** Collects from the journal what everyone did on each file. */
export class DutyBook {
  private readonly files = new Map<string, Map<string, Set<Duty>>>();

  note(lines: readonly JournalRecord[], known: Known): void {
    for (const line of lines) {
      const file = fileOf(line, known);
      if (file === null) continue;
      for (const [person, duty] of takenIn(line)) {
        const people = this.files.get(file) ?? new Map<string, Set<Duty>>();
        this.files.set(file, people.set(person, (people.get(person) ?? new Set()).add(duty)));
      }
    }
  }

  /** Files with someone who holds two duties on them. */
  faults(): string[] {
    return [...this.files].flatMap(([file, people]) =>
      [...people].flatMap(([person, held]) =>
        held.size > 1 ? [`1: ${person} is ${[...held].join(' and ')} on ${file}`] : [],
      ),
    );
  }
}

function fileOf({ stream, event }: JournalRecord, known: Known): string | null {
  const [kind = '', id = ''] = stream.split('/');
  if (kind === 'applications') return id;
  if (kind === 'appeals') return known.one('appeals', id)?.context.applicationId ?? null;
  if (kind === 'committeeSessions') return event && 'applicationId' in event ? event.applicationId : null;
  return null;
}

function takenIn({ stream, event }: JournalRecord): readonly (readonly [string, Duty])[] {
  if (!event) return [];
  const { actor, type } = event;
  switch (type) {
    case 'deliverReview':
    case 'moderate':
      return [[actor.id, 'reviewer']];
    case 'recommend':
    case 'returnToEvaluation':
      return [[actor.id, 'rapporteur']];
    case 'decide':
      return [actor.id, ...event.vote.present.filter((id) => !event.vote.recused.includes(id))].map((id) => [
        id,
        'decider',
      ]);
    case 'vote':
      return [[actor.id, stream.startsWith('appeals/') ? 'appeal member' : 'decider']];
    case 'uphold':
    case 'partlyUphold':
    case 'dismiss':
      return [[actor.id, 'appeal member']];
    default:
      return [];
  }
}
