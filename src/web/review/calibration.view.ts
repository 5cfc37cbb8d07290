import { newest } from '../../commands/review/views/readEvaluations.ts';
import type {
  Calibration,
  OwnCalibration,
  PersonCalibration,
} from '../../commands/review/views/viewCalibration.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Agreement } from '../../scoring/agreement.ts';
import { type AgreementLine, enoughFiles, type PersonalLine } from '../../scoring/calibration.ts';
import { type GapBar, gapBar } from '../views/gapBar.view.ts';
import { personName } from '../views/staffWords.view.ts';

/** How far people agree, in words; a text is empty where there is nothing to say. */
export interface AgreementView {
  readonly count: string;
  /** Says that so few files prove nothing; empty when there are enough. */
  readonly few: string;
  readonly same: { readonly share: number; readonly text: string } | null;
  readonly kappa: string;
  readonly alpha: string;
}

/** The same of one person, with how strict they are. */
export interface PersonalView extends AgreementView {
  readonly settled: GapBar | null;
  readonly other: GapBar | null;
  readonly duration: string;
}

/** A row of the table of criteria. */
export interface CriterionRow {
  readonly id: string;
  readonly title: string;
  readonly compared: string;
}

/** Everything together, reviewer by reviewer, and criterion by criterion. */
export interface CalibrationView {
  readonly all: AgreementView;
  readonly people: readonly (PersonalView & { readonly href: string; readonly name: string })[];
  readonly criteria: readonly (CriterionRow & AgreementView)[];
  readonly newest: string;
}

/** One reviewer, together and criterion by criterion; `own` when it is the reviewer who reads it. */
export interface PersonCalibrationView {
  readonly own: boolean;
  readonly name: string;
  readonly all: PersonalView;
  readonly criteria: readonly (CriterionRow & PersonalView)[];
  readonly newest: string;
}

/** The administrators' page. */
export function calibrationView(
  { all, criteria, people }: Calibration,
  published: PublishedScheme,
  words: Translator,
): CalibrationView {
  return {
    all: agreementView(all, words),
    people: people.map((one) => ({
      href: `/${words.language}/calibration/${one.person.id}`,
      name: personName(one.person) || words.t('calibration.erased'),
      ...personView(one, words),
    })),
    criteria: rowsOf(criteria, published, words, agreementView),
    newest: words.number(newest),
  };
}

/** The page of one reviewer. */
export function personCalibrationView(
  { all, criteria }: OwnCalibration,
  own: boolean,
  published: PublishedScheme,
  words: Translator,
): PersonCalibrationView {
  return {
    own,
    name: personName(all.person) || words.t('calibration.erased'),
    all: personView(all, words),
    criteria: rowsOf(criteria, published, words, personalView),
    newest: words.number(newest),
  };
}

function personView({ duration, ...line }: PersonCalibration, words: Translator): PersonalView {
  const text =
    duration && words.t('calibration.duration', { median: words.number(duration.median), max: duration.max });
  return { ...personalView(line, words), duration: text ?? '' };
}

function personalView(line: PersonalLine, words: Translator): PersonalView {
  return {
    ...agreementView(line, words),
    settled: gapBar(line.towardsSettled, words),
    other: gapBar(line.towardsOther, words),
    duration: '',
  };
}

function agreementView(
  { files, places, same, kappa, alpha }: AgreementLine,
  words: Translator,
): AgreementView {
  return {
    count: words.t('calibration.count', { files, places }),
    few: files < enoughFiles ? words.t('calibration.few', { files }) : '',
    same: same === null ? null : { share: same, text: percent(same, words) },
    kappa: agreementText(kappa, words),
    alpha: agreementText(alpha, words),
  };
}

/** Never rounded up to a full hundred, which would say that no level differs. */
function percent(share: number, words: Translator): string {
  return words.t('calibration.percent', { share: words.number(Math.floor(share * 100), 0) });
}

function agreementText(agreement: Agreement, words: Translator): string {
  return agreement.value === null
    ? words.t(`calibration.why.${agreement.why}`)
    : words.number(agreement.value, 2);
}

/** In the order of the criteria that are in force; those of an earlier version that it no longer has come last. */
function rowsOf<Line extends AgreementLine, View>(
  criteria: readonly { readonly criterion: string; readonly line: Line }[],
  { scheme, texts }: PublishedScheme,
  words: Translator,
  view: (line: Line, words: Translator) => View,
): (CriterionRow & View)[] {
  const order = new Map(scheme.criteria.map(({ id }, i) => [id, i]));
  const placeOf = (id: string) => order.get(id) ?? order.size;
  return [...criteria]
    .sort((a, b) => placeOf(a.criterion) - placeOf(b.criterion))
    .map(({ criterion: id, line }) => ({
      id,
      title: texts[words.language].criteria[id]?.title ?? '',
      compared: words.t('calibration.compared', { places: line.places }),
      ...view(line, words),
    }));
}
