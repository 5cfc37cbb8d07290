import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import type { Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { isMajor, isUnanswered } from '../commands/review/findings/openFindings.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter } from './letter.ts';
import { editors } from './recipients.ts';
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
