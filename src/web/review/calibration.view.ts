import { newest } from '../../commands/review/views/readEvaluations.ts';
import type { Calibration, OwnCalibration } from '../../commands/review/views/viewCalibration.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type AgreementLine, enoughFiles } from '../../scoring/calibration.ts';
import { personName } from '../views/staffWords.view.ts';

export type CalibrationView = ReturnType<typeof calibrationView>;
export type PersonCalibrationView = ReturnType<typeof personCalibrationView>;

/** How far everyone agrees: together, reviewer by reviewer, and criterion by criterion. */
export function calibrationView(
  { all, criteria, people }: Calibration,
  published: PublishedScheme,
  words: Translator,
) {
  return {
    all: judged(all),
    people: people.map(({ person, ...line }) => ({
      id: person.id,
      name: personName(person) || words.t('calibration.erased'),
      ...judged(line),
    })),
    criteria: rowsOf(criteria, published, words),
    newest,
  };
}

/** One reviewer, together and criterion by criterion; `own` when it is the reviewer who reads it. */
export function personCalibrationView(
  { all: { person, ...line }, criteria }: OwnCalibration,
  own: boolean,
  published: PublishedScheme,
  words: Translator,
) {
  return {
    own,
    name: personName(person) || words.t('calibration.erased'),
    all: judged(line),
    criteria: rowsOf(criteria, published, words),
    newest,
  };
}

/** A line, and whether it is of so few files that it proves nothing. */
function judged<Line extends AgreementLine>(line: Line) {
  return { ...line, few: line.files < enoughFiles };
}

/** In the order of the criteria that are in force; those of an earlier version that it no longer has come last. */
function rowsOf<Line extends AgreementLine>(
  criteria: readonly { readonly criterion: string; readonly line: Line }[],
  { scheme, texts }: PublishedScheme,
  { language }: Translator,
) {
  const order = new Map(scheme.criteria.map(({ id }, i) => [id, i]));
  const placeOf = (id: string) => order.get(id) ?? order.size;
  return [...criteria]
    .sort((a, b) => placeOf(a.criterion) - placeOf(b.criterion))
    .map(({ criterion: id, line }) => ({
      id,
      title: texts[language].criteria[id]?.title ?? '',
      ...judged(line),
    }));
}
