import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import type { Finding } from '../commands/items/decidingItems.ts';
import type { Application, Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { dueOf } from '../commands/review/findings/findingLines.ts';
import { isMajor, isUnanswered, takesCorrection } from '../commands/review/findings/openFindings.ts';
import type { Translator } from '../i18n/i18n.ts';
import { type Day, dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter, onOneLine, paragraphsOf } from './letter.ts';
import { editors } from './recipients.ts';
import { fileOf, fileRows, nameAndNumber, theFile } from './subjects.ts';

/** Tells owners and editors what is to be corrected and until when, or that there is no further round. */
export const correctionAsked = letter({
  on: ['application.correctionAsked', 'application.correctionRejected'],
  topic: null,
  about: async (deps, cause) => {
    const file = await theFile(deps, cause);
    const open = (await deps.store.findingsOf(file.number)).filter(isUnanswered);
    const count = open.filter(isMajor).length;
    // A minor one was told with the first round, and has a day of its own.
    const told = cause.fact === 'application.correctionAsked' ? open : open.filter(isMajor);
    return { ...file, count, told: toldOf(deps, file.application, told) };
  },
  to: editors,
  path: ({ number }) => `applications/${number}/findings`,
  tells: (file, { language }) => ({
    ...nameAndNumber(file),
    ...roundOf(file),
    count: file.count,
    told: file.told(language),
  }),
  says: ({ organisation, number, round, count, dueAt, why, told }, words) => ({
    words: `correctionAsked.${round}`,
    rows: { organisation, number, dueAt: round === 'over' ? '' : words.date(dueAt) },
    values: { count },
    quote: why,
    list: listed(told, words),
  }),
});

function roundOf({ application, record: { event, at } }: Cause & Awaited<ReturnType<typeof theFile>>) {
  if (event?.type === 'rejectCorrection') {
    const round = application.state === 'correction' ? ('again' as const) : ('over' as const);
    return { round, dueAt: dayOf(event.dueAt), why: paragraphsOf(event.reason) };
  }
  const dueAt = event && 'correctionDueAt' in event ? event.correctionDueAt : at;
  return { round: 'first' as const, dueAt: dayOf(dueAt), why: paragraphsOf('') };
}

/** Tells owners and editors what an evaluation found that does not stop their file, each with its day. */
export const findingsRaised = letter({
  on: ['application.evaluated'],
  topic: null,
  about: async (deps, cause) => {
    const file = await theFile(deps, cause);
    const raised = (await deps.store.findingsOf(file.number)).filter(
      (finding) => finding.raisedAt === cause.record.at && isUnanswered(finding),
    );
    if (raised.length === 0) return null;
    return { ...file, count: raised.length, told: toldOf(deps, file.application, raised) };
  },
  to: editors,
  path: ({ number }) => `applications/${number}/findings`,
  tells: (file, { language }) => {
    const told = file.told(language);
    const [first = ''] = told.map(({ dueOn }) => dueOn).sort();
    return { ...nameAndNumber(file), count: file.count, told, dueAt: first };
  },
  says: ({ count, told, dueAt, ...file }, words) => ({
    rows: { ...fileRows(file, words).rows, dueAt: words.date(dueAt) },
    values: { count },
    list: listed(told, words),
  }),
});

/** Reminds owners and editors of a finding that falls due, unless they answered it meanwhile or it has another day. */
export const findingDue = letter({
  on: ['finding.dueSoon'],
  topic: null,
  about: theFinding,
  holds: ({ finding, application, data }) =>
    (finding.state === 'raised' || finding.state === 'actionAccepted') &&
    finding.context.dueAt === data.dueAt &&
    takesCorrection(finding, application),
  to: editors,
  path: ({ number, finding }) => `applications/${number}/findings#finding-${finding.id}`,
  tells: (about, { language }) => {
    const { days, left = days, dueAt } = about.data;
    const step = about.finding.state === 'actionAccepted' ? ('proof' as const) : ('action' as const);
    return {
      ...nameAndNumber(about),
      ...{ step, days: left, dueAt: dayOf(dueAt) },
      told: about.told(language),
    };
  },
  says: ({ step, days, dueAt, told, ...file }, words) => ({
    words: `findingDue.${step}`,
    rows: { ...fileRows(file, words).rows, dueAt: words.date(dueAt) },
    values: { days },
    list: listed(told, words),
  }),
});

const moves = {
  'finding.actionAccepted': 'acceptAction',
  'finding.actionReturned': 'returnAction',
  'finding.proofReturned': 'returnProof',
  'finding.closed': 'close',
  'finding.extended': 'extend',
  'finding.escalated': 'deadlinePassed',
} as const;

/** Tells owners and editors what was said of their answer to a finding and until when the next one is due, or that its day passed. */
export const findingMoved = letter({
  on: keysOf(moves),
  topic: null,
  about: theFinding,
  // More time is told by an e-mail of its own.
  holds: ({ fact, finding }) => fact !== 'finding.escalated' || finding.state === 'escalated',
  to: editors,
  path: ({ number }) => `applications/${number}/findings`,
  tells: (about, { language }) => {
    const [{ criterion, dueOn } = { criterion: '', dueOn: '' }] = about.told(language);
    const said = about.finding.words.find(({ at }) => at === about.record.at)?.text ?? '';
    return {
      ...nameAndNumber(about),
      ...{ step: moves[about.fact], criterion, dueAt: dueOn, why: paragraphsOf(said) },
    };
  },
  says: ({ step, criterion, dueAt, why, ...file }, words) => ({
    rows: { ...fileRows(file, words).rows, dueAt: step === 'close' ? '' : words.date(dueAt) },
    words: `findingMoved.${step}`,
    values: { criterion },
    quote: why,
  }),
});

async function theFinding(deps: Deps, { id }: Cause) {
  const finding = requireVisible(await deps.store.finding(id));
  const file = await fileOf(deps, finding.context.applicationId);
  return { ...file, finding, told: toldOf(deps, file.application, [finding]) };
}

/** A finding as an e-mail tells it. */
interface Told {
  /** The criterion it was raised on, as it is called in the language of the reader. */
  readonly criterion: string;
  readonly text: string;
  readonly dueOn: Day;
}

/** Most findings that an e-mail tells; the page has the rest. */
const max = 20;

function toldOf(deps: Pick<Deps, 'schemes'>, application: Application, findings: readonly Finding[]) {
  const { texts } = schemeOf(deps, application.context.criteriaVersion);
  return (language: Person['language']): readonly Told[] =>
    findings
      .slice(0, max)
      .map((finding) => ({
        criterion: `${finding.place.criterion} · ${texts[language].criteria[finding.place.criterion]?.title ?? ''}`,
        text: onOneLine(finding.text),
        dueOn: dayOf(dueOf(finding, application)),
      }));
}

function listed(told: readonly Told[], { t, date }: Pick<Translator, 't' | 'date'>): readonly string[] {
  return told.map(({ criterion, text, dueOn }) => t('findings.told', { criterion, text, due: date(dueOn) }));
}
