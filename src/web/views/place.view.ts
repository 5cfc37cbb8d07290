import type { FilePlace } from '../../commands/file/filePlaces.ts';
import { fillingNow } from '../../commands/items/heldCertificate.ts';
import type { Facts, FactValue } from '../../criteria/assessment.ts';
import { certificateOf } from '../../criteria/certificates.ts';
import type { FactRule } from '../../criteria/scheme.ts';
import { currencies } from '../../profile/profileShape.ts';
import { type CriterionView, criterionView } from './criterion.view.ts';
import { exchangesText } from './exchanges.view.ts';
import type { Reading } from './reading.view.ts';
import { scaleBar } from './scaleBar.view.ts';
import { shownFiles } from './shownFiles.view.ts';
import { hasOwnSteps, stepName } from './staffWords.view.ts';

export type StaffPlace = ReturnType<typeof staffPlace>;
export type StaffFigure = NonNullable<ReturnType<typeof figureOf>>;
type Formula = NonNullable<CriterionView['figure']>['parts'];

/** The name under which the fields of a place are sent. */
export function placeKey({ offerId, criterion }: Pick<FilePlace, 'offerId' | 'criterion'>): string {
  return offerId === '' ? criterion.id : `${offerId}.${criterion.id}`;
}

/** One criterion of a file as a reviewer reads it: what is asked, what is claimed and on what ground. */
export function staffPlace(place: FilePlace, reading: Reading) {
  const { scheme, text, words } = reading;
  const { criterion, answer, claim } = place;
  const view = criterionView({ scheme, text, criterion }, words);
  const choices = view.levels.map(({ level, name, text: anchor }) => ({
    value: level,
    title: `${level} · ${hasOwnSteps(criterion) && anchor ? anchor : name}`,
    text: hasOwnSteps(criterion) ? '' : anchor,
  }));
  const na = { value: 'na', title: words.t('staff.level.na'), text: view.na };
  return {
    /** The beginning of the names of its fields. */
    key: placeKey(place),
    id: criterion.id,
    version: scheme.version,
    title: view.title,
    question: view.question,
    help: view.help,
    minimum: view.minimum,
    claim: {
      level: stepName(criterion, claim.level, text, words),
      text: claim.level === 'na' ? view.na : (choices.find(({ value }) => value === claim.level)?.text ?? ''),
      /** Of "not applicable": the figures by which that is judged, as the applicant gave them. */
      figures: claim.level === 'na' ? figureRows(place.na.values, reading) : [],
    },
    figure: figureOf(place, view.figure?.parts ?? [], reading),
    /** Document named by the applicant, beside the files that were joined. */
    evidence: answer?.evidence ?? '',
    files: shownFiles(place, words),
    certificates: place.held.map((held) => heldView(held, place, reading)),
    /** What its exchanges here led to, as the service counted it; null where that was not taken over. */
    exchanged: place.exchanged && exchangesText(place.exchanged, words),
    /** What proves it, by the rules. */
    proofs: view.evidence,
    comment: answer?.comment ?? '',
    choices: place.na.state === 'allowed' ? [...choices, na] : choices,
  };
}

/** A certificate that this answer leans on: what it proves, and what is left to check. */
function heldView(
  held: FilePlace['held'][number],
  { answer }: Pick<FilePlace, 'answer'>,
  { words }: Reading,
) {
  const { certificate, name, number, until, link, place } = held;
  const listed = certificateOf(certificate);
  const { level } = place;
  return {
    text: words.t('certificates.staff', { name, number, until: words.date(until) }),
    proves: level === null ? words.t('certificates.readAlone') : words.t('certificates.staffUpTo', { level }),
    kept: fillingNow(held, place, answer) === 'kept',
    remains:
      listed?.shows.find(({ criterion }) => criterion === place.criterion)?.remains[words.language] ?? '',
    link,
    lookUp: listed?.lookUp ?? '',
  };
}

/** How a level follows from the applicant's figures. */
function figureOf(place: FilePlace, parts: Formula, reading: Reading) {
  const { text, words } = reading;
  const { computed, value } = place.claim;
  if (!computed) return null;
  const { at, better, unit, values, choices, cappedAt } = computed;
  const id = `scale-${placeKey(place).replaceAll('.', '-')}`;
  const noData = choices.length > 0 ? (text.criteria[place.criterion.id]?.noData ?? '') : '';
  const given = figureRows(values, reading);
  return {
    parts: parts.map((part) => ({
      ...part,
      value: given.find(({ term }) => part.fact && term === part.text)?.text ?? '',
    })),
    /** Figures that the rule looks at beside its formula. */
    beside: given.filter(({ term }) => !parts.some((part) => part.text === term)),
    bar: value === undefined ? null : scaleBar({ id, at, better, unit, value }, words),
    /** Figures far from the one before, which the applicant confirmed. */
    confirmed: place.confirmed.map(({ fact, before, value: now }) =>
      words.t('figure.confirmed', {
        fact: text.facts[fact]?.label ?? fact,
        before: words.number(before, 2),
        value: words.number(now, 2),
      }),
    ),
    /** Why the level is not the one that the figures alone give. */
    note: cappedAt === null ? noData : words.t('staff.figure.capped', { level: cappedAt }),
  };
}

const named = new Set<FactRule['unit']>([...currencies, 'kWh', '%']);

/** Figures under their names, each as it is read. */
function figureRows(values: Facts, reading: Reading) {
  return Object.entries(values).map(([fact, value]) => ({
    term: reading.text.facts[fact]?.label ?? fact,
    text: factText(fact, value, reading),
  }));
}

/** A figure as it is read: a number with its unit, or the words of the chosen option. */
export function factText(fact: string, value: FactValue, { scheme, text, words }: Reading): string {
  if (typeof value === 'string') return text.facts[fact]?.options?.[value] ?? value;
  const unit = scheme.facts.find((rule) => rule.id === fact)?.unit;
  return unit !== undefined && named.has(unit) ? `${words.number(value, 2)} ${unit}` : words.number(value, 2);
}
