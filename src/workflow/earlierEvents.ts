import type { WorkflowEvent } from './events.ts';
import type { MachineName } from './versions.ts';

type Said = Readonly<Record<string, unknown>>;
type Completion = (event: Said, context: Said) => Said;

const withTeam: Completion = ({ reviewers }) => ({ reviewers: seated(reviewers as readonly Said[]) });
const withPanel: Completion = ({ actor, panel = [(actor as Said).id] }) => ({ panel });

/** Before the figures were held against it, nothing said to be not applicable blocked anything. */
const naUnasked: Said = { naContradicted: 0, naUnexplained: 0 };

/**
 * What was true of an event that was recorded before its machine asked for it: the first version of an application knew no
 * sessions, visits or seats, took who judged an appeal for its panel and who settled two reviews for invited; that of a review kept
 * the day of the invitation; any chair acted in a session.
 */
const completions: { readonly [M in MachineName]?: Readonly<Record<string, Completion>> } = {
  application: {
    submit: ({ gate }) => ({ gate: { ...naUnasked, ...(gate as Said) } }),
    answer: (said) => ({ ...naUnasked, ...said }),
    staff: withTeam,
    returnToEvaluation: withTeam,
    acceptCorrection: ({ openFindings = 0 }) => ({ openFindings }),
    moderate: ({ accepted = true, competent = true, conflict = false }) => ({
      accepted,
      competent,
      conflict,
    }),
    recommend: ({ visitMissing = false }) => ({ visitMissing }),
    decide: ({ actor, vote, inSession = true, chair = (actor as Said).id }) => ({
      inSession,
      chair,
      vote: { casting: null, ...(vote as Said) },
    }),
    defer: ({ actor, inSession = true, chair = (actor as Said).id }) => ({ inSession, chair }),
    dismissAppeal: withPanel,
    upholdAppeal: withPanel,
  },
  session: {
    open: ({ chairs = null }) => ({ chairs }),
    leave: ({ reason = '' }) => ({ reason }),
    recuse: ({ conflict = false }) => ({ conflict }),
    conclude: ({ conflicted = [] }) => ({ conflicted }),
    close: ({ waiting = [] }) => ({ waiting }),
  },
  review: { accept: ({ dueAt }, context) => ({ dueAt: dueAt ?? context.dueAt }) },
};

/** A recorded event as today's machine reads it: what it says itself stands, what it could not say yet is added. */
export function asToday(name: MachineName, event: WorkflowEvent, context: object): WorkflowEvent {
  const said: Said = { ...event };
  return { ...event, ...completions[name]?.[event.type]?.(said, { ...context }) } as WorkflowEvent;
}

/** Two people scored a file: the first is read as the peer of another field. */
function seated(reviewers: readonly Said[]): readonly Said[] {
  return reviewers.map((reviewer, i) => ({
    seat: i === 0 ? 'peer' : 'other',
    otherField: i === 0,
    ...reviewer,
  }));
}
