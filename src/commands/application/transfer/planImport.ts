import type { Answer, Assessment, Facts } from '../../../criteria/assessment.ts';
import { faultOfNa, notApplicable } from '../../../criteria/notApplicable.ts';
import { typeFact } from '../../../criteria/offer.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import type { ImportGround, Line, LineFault, LineOutcome, ReadFile, Report } from './line.ts';
import { faultOfLine } from './lineFaults.ts';
import { planAnswer } from './planAnswer.ts';
import { planFacts } from './planFacts.ts';
import { type PlannedOffer, planOffers } from './planOffers.ts';

/** What an import would do: line by line for the reader, part by part for the commands that do it. */
export type ImportPlan = ReturnType<typeof planImport>;
/** A line with what comes of it. */
export type PlannedLine = ImportPlan['lines'][number];

/** What of a file would be taken into a working copy, and why the rest is not. Nothing is written. */
export function planImport({ lines }: ReadFile, ground: ImportGround) {
  const { assessment, mode } = ground;
  const outcomes = new Map<Line, { readonly outcome: LineOutcome; readonly fault?: LineFault | undefined }>();
  const report: Report = (line, outcome, fault) => outcomes.set(line, { outcome, fault });
  const first = new Map<string, number>();
  for (const line of lines) {
    const key = JSON.stringify([line.kind, line.offer, line.id]);
    const before = first.get(key);
    first.set(key, before ?? line.line);
    const duplicate =
      before === undefined ? null : ({ code: 'duplicate', params: { first: before } } as const);
    const fault = duplicate ?? faultOfLine(line, ground);
    if (fault) report(line, 'refused', fault);
  }
  const open = () => lines.filter((line) => !outcomes.has(line));
  const offers = planOffers(open(), ground, report);
  for (const line of open()) {
    const isKnown = line.offer === 0 || offers.some(({ offer }) => offer === line.offer);
    if (!isKnown) report(line, 'refused', { code: 'offerUnknown', params: { offer: line.offer } });
  }
  // By the number of the offer in the file, 0 for the organisation.
  const facts = new Map<number, Facts>();
  const answers: { readonly offer: number; readonly answer: Answer; readonly before: Answer | null }[] = [];
  // By the figures as they would be once those of the file are taken: they are taken first.
  const naFault = (id: string, place: number, kept: Facts): LineFault | null => {
    const rule = ground.published.scheme.criteria.find((one) => one.id === id);
    const all = { ...assessment.facts, ...facts.get(0), ...(place === 0 ? {} : kept), ...facts.get(place) };
    const code = rule && faultOfNa(notApplicable(rule, all, cycleOfCopy(assessment)));
    return code ? { code } : null;
  };
  for (const place of [0, ...offers.map(({ offer }) => offer)]) {
    const planned = offers.find(({ offer }) => offer === place);
    const kept = keptOf(assessment, planned);
    const here = open().filter(({ offer }) => offer === place);
    const figures = here.filter(({ kind }) => kind === 'fact');
    facts.set(place, planFacts(figures, { ...ground, kept: kept.facts, place }, report));
    for (const line of here.filter(({ kind }) => kind === 'answer')) {
      const before = kept.answers.find(({ criterion }) => criterion === line.id);
      const { outcome, answer } = planAnswer(line, before, mode);
      const fault = answer?.na && !before?.na ? naFault(line.id, place, kept.facts) : null;
      report(line, fault ? 'refused' : outcome, fault ?? undefined);
      if (answer && !fault) answers.push({ offer: place, answer, before: before ?? null });
    }
  }
  return {
    lines: lines.map((line) => ({ line, ...(outcomes.get(line) ?? { outcome: 'same' as const }) })),
    offers,
    facts,
    answers,
  };
}

function keptOf({ facts, answers, offers }: Assessment, planned: PlannedOffer | undefined) {
  if (!planned) return { facts, answers };
  const part = offers.find(({ offerId }) => offerId === planned.known?.id);
  return { facts: part?.facts ?? { [typeFact]: planned.after.type }, answers: part?.answers ?? [] };
}
