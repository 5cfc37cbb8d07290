import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import type { Finding } from '../commands/items/decidingItems.ts';
import type { Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { isMajor, isUnanswered } from '../commands/review/findings/openFindings.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter } from './letter.ts';
import { editors, officers, withoutConflict } from './recipients.ts';
import { fileOf, fileRows, nameAndNumber, theFile } from './subjects.ts';

/** Tells owners and editors what is to be corrected and until when, or that there is no further round. */
export const correctionAsked = letter({
  on: ['application.correctionAsked', 'application.correctionRejected'],
  topic: null,
  about: async (deps, cause) => {
    const file = await theFile(deps, cause);
    const open = (await deps.store.findingsOf(file.number)).filter(isMajor).filter(isUnanswered);
    return { ...file, count: open.length };
  },
  to: editors,
  path: ({ number }) => `applications/${number}/findings`,
  tells: (file) => ({ ...nameAndNumber(file), ...roundOf(file), count: file.count }),
  says: ({ organisation, number, round, count, dueAt }, { date }) => ({
    words: `correctionAsked.${round}`,
    rows: { organisation, number, dueAt: round === 'over' ? '' : date(dueAt) },
    values: { count },
  }),
});

function roundOf({ application, record: { event, at } }: Cause & Awaited<ReturnType<typeof theFile>>) {
  if (event?.type === 'rejectCorrection') {
    const round = application.state === 'correction' ? ('again' as const) : ('over' as const);
    return { round, dueAt: dayOf(event.dueAt) };
  }
  const dueAt = event && 'correctionDueAt' in event ? event.correctionDueAt : at;
  return { round: 'first' as const, dueAt: dayOf(dueAt) };
}

const moves = {
  'finding.actionAccepted': 'acceptAction',
  'finding.actionReturned': 'returnAction',
  'finding.proofReturned': 'returnProof',
  'finding.closed': 'close',
  'finding.extended': 'extend',
  'finding.escalated': 'deadlinePassed',
} as const;

/** Tells owners and editors of a statement on a finding, or that its deadline passed. */
export const findingMoved = letter({
  on: keysOf(moves),
  topic: null,
  about: theFinding,
  to: editors,
  path: ({ number }) => `applications/${number}/findings`,
  tells: (about, { language }) => ({
    ...nameAndNumber(about),
    step: moves[about.fact],
    criterion: about.criterionIn(language),
    dueAt: dayOf(about.finding.context.dueAt),
  }),
  says: ({ step, criterion, dueAt, ...file }, words) => ({
    ...fileRows(file, words),
    words: `findingMoved.${step}`,
    values: { criterion, dueAt: words.date(dueAt) },
  }),
});

const waits = {
  'application.corrected': 'correction',
  'finding.actionProposed': 'action',
  'finding.proofSubmitted': 'proof',
  'finding.escalated': 'late',
} as const;

/**
 * Tells those who judge what waits for them: the reviewers of the file, or the officers once the label carries the finding on,
 * and of one that is late. Proofs of major findings come together, when the correction is sent.
 */
export const findingWaits = letter({
  on: keysOf(waits),
  topic: null,
  about: async (deps, cause) =>
    cause.fact === 'application.corrected'
      ? { ...(await theFile(deps, cause)), finding: null, criterionIn: () => '' }
      : theFinding(deps, cause),
  holds: ({ fact, finding }) =>
    !(fact === 'finding.proofSubmitted' && finding?.context.grade === 'major' && !isCarriedOn(finding)),
  to: async (about, deps) => {
    const { application, organisation } = about;
    if (isForOfficers(about)) return officers(about, deps);
    const reviewers = await Promise.all(
      application.context.reviewers.map(({ personId }) => deps.store.person(personId)),
    );
    return withoutConflict(organisation, deps, reviewers.map(requireVisible));
  },
  path: (about, { id }) => {
    const { reviewers } = about.application.context;
    const review = reviewers.find(({ personId }) => personId === id)?.reviewId;
    return isForOfficers(about) || review === undefined
      ? `files/${about.number}/findings`
      : `review/${review}/findings`;
  },
  tells: (about, { language }) => ({
    ...nameAndNumber(about),
    what: waits[about.fact],
    criterion: about.criterionIn(language),
  }),
  says: ({ what, criterion, ...file }, words) => ({
    ...fileRows(file, words),
    words: `findingWaits.${what}`,
    values: { criterion },
  }),
});

interface Waiting extends Pick<Cause, 'fact'> {
  readonly finding: Finding | null;
}

function isForOfficers({ fact, finding }: Waiting): boolean {
  return fact === 'finding.escalated' || (finding !== null && isCarriedOn(finding));
}

/** Whether the file was granted with it. */
function isCarriedOn({ context }: Finding): boolean {
  return context.labelNumber !== null;
}

async function theFinding(deps: Deps, { id }: Cause) {
  const finding = requireVisible(await deps.store.finding(id));
  const file = await fileOf(deps, finding.context.applicationId);
  const { texts } = schemeOf(deps, file.application.context.criteriaVersion);
  const { criterion } = finding.place;
  return {
    ...file,
    finding,
    /** The criterion it was raised on, as it is called in a language. */
    criterionIn: (language: Person['language']) =>
      `${criterion} · ${texts[language].criteria[criterion]?.title ?? ''}`,
  };
}
