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
import { gapBar } from '../views/gapBar.view.ts';
import { personName } from '../views/staffWords.view.ts';

export type CalibrationView = ReturnType<typeof calibrationView>;
export type PersonCalibrationView = ReturnType<typeof personCalibrationView>;
export type AgreementView = ReturnType<typeof agreementView>;
export type PersonalView = ReturnType<typeof personalView>;
export type CriterionRow = Pick<CalibrationView['criteria'][number], 'id' | 'title' | 'compared'>;

/** How far everyone agrees: together, reviewer by reviewer, and criterion by criterion. */
export function calibrationView(
  { all, criteria, people }: Calibration,
  published: PublishedScheme,
  words: Translator,
) {
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

/** One reviewer, together and criterion by criterion; `own` when it is the reviewer who reads it. */
export function personCalibrationView(
  { all, criteria }: OwnCalibration,
  own: boolean,
  published: PublishedScheme,
  words: Translator,
) {
  return {
    own,
    name: personName(all.person) || words.t('calibration.erased'),
    all: personView(all, words),
    criteria: rowsOf(criteria, published, words, personalView),
    newest: words.number(newest),
  };
}

function personView({ duration, ...line }: PersonCalibration, words: Translator) {
  const text =
    duration && words.t('calibration.duration', { median: words.number(duration.median), max: duration.max });
  return { ...personalView(line, words), duration: text ?? '' };
}

/** The agreement of one person, with how strict they are. */
function personalView(line: PersonalLine, words: Translator) {
  return {
    ...agreementView(line, words),
    settled: gapBar(line.towardsSettled, words),
    other: gapBar(line.towardsOther, words),
    duration: '',
  };
}

/** How far people agree, in words; a text is empty where there is nothing to say. */
function agreementView({ files, places, same, kappa, alpha }: AgreementLine, words: Translator) {
  return {
    count: words.t('calibration.count', { files, places }),
    // So few files prove nothing.
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
) {
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
