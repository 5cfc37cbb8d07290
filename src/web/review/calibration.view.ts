import { newest } from '../../commands/review/views/readEvaluations.ts';
import type { Calibration, OwnCalibration } from '../../commands/review/views/viewCalibration.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { enoughFiles } from '../../scoring/calibration.ts';

export type CalibrationView = ReturnType<typeof calibrationView>;
export type PersonCalibrationView = ReturnType<typeof personCalibrationView>;

/** How many evaluations are looked at, and of how many files a line must be to prove anything. */
const bounds = { newest, enoughFiles };

/** How far everyone agrees: together, reviewer by reviewer, and criterion by criterion. */
export function calibrationView(calibration: Calibration, published: PublishedScheme, words: Translator) {
  return { ...calibration, ...bounds, criteria: rowsOf(calibration.criteria, published, words) };
}

/** One reviewer, together and criterion by criterion; `own` when it is the reviewer who reads it. */
export function personCalibrationView(
  calibration: OwnCalibration,
  own: boolean,
  published: PublishedScheme,
  words: Translator,
) {
  return { ...calibration, ...bounds, own, criteria: rowsOf(calibration.criteria, published, words) };
}

/** In the order of the criteria that are in force; those of an earlier version that it no longer has come last. */
function rowsOf<Line>(
  criteria: readonly { readonly criterion: string; readonly line: Line }[],
  { scheme, texts }: PublishedScheme,
  { language }: Translator,
) {
  const order = new Map(scheme.criteria.map(({ id }, i) => [id, i]));
  const placeOf = ({ criterion }: (typeof criteria)[number]) => order.get(criterion) ?? order.size;
  return criteria
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ criterion: id, line }) => ({
      ...line,
      id,
      title: texts[language].criteria[id]?.title ?? '',
      /** Null of a criterion that is no longer asked. */
      version: order.has(id) ? scheme.version : null,
    }));
}
