import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  type AnswersFile,
  answersFileOf,
  type FileAnswer,
} from '../../src/commands/application/transfer/answersFile.ts';
import type { ImportMode } from '../../src/commands/application/transfer/line.ts';
import { type ImportPlan, planImport } from '../../src/commands/application/transfer/planImport.ts';
import type { ReadTable } from '../../src/commands/items/intake.ts';
import type { SelfAssessment } from '../../src/commands/items/items.ts';
import { criteriaOf } from '../../src/criteria/criteriaOf.ts';
import { checkFacts, factsOfScope, isNumeric, optionsOf } from '../../src/criteria/figures.ts';
import { rulesFor } from '../../src/criteria/fileRules.ts';
import type { Criterion, Level, Scope } from '../../src/criteria/scheme.ts';
import { entriesOf } from '../../src/web/application/transfer/entries.form.ts';
import { linesOf } from '../../src/web/application/transfer/lines.form.ts';
import { optionalLine, optionalLines } from '../../src/web/forms/fields.ts';
import { realScheme } from './samples/realScheme.ts';

const published = realScheme();
const { scheme } = published;

/** A working copy with nothing in it. */
const emptyCopy: SelfAssessment = {
  applicationId: 'A',
  revision: 1,
  facts: {},
  answers: [],
  offers: [],
  offersNamed: [],
  showScores: false,
};

/** What a table would change in a working copy of the real rules. */
export function planned(table: ReadTable, assessment = emptyCopy, mode: ImportMode = 'fill'): ImportPlan {
  return planImport(linesOf(entriesOf(table)), {
    assessment,
    published: rulesFor(published, null),
    written: published,
    mode,
  });
}

/** The answers that a plan leaves in an empty working copy. */
export function outcomeOf({ facts, answers, offers }: ImportPlan): AnswersFile {
  const named = offers.map(({ after }) => ({ id: randomUUID(), ...after }));
  const at = (place: number) => answers.filter(({ offer }) => offer === place).map(({ answer }) => answer);
  const parts = offers.map(({ offer }, i) => ({
    offerId: named[i]?.id ?? '',
    facts: facts.get(offer) ?? {},
    answers: at(offer),
  }));
  const whole = { facts: facts.get(0) ?? {}, answers: at(0), offers: parts };
  return answersFileOf(whole, named, scheme.version);
}

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        '""',
        ';',
        ',',
        '\t',
        '\n',
        ' ',
        'é',
        '😀',
        '＝',
        '1',
        '_x000D_',
        '<',
        '&',
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join('')),
);
const asForm = (field: { safeParse(value: unknown): { success: boolean; data?: string } }) =>
  typed.map((text) => {
    const read = field.safeParse(text);
    return read.success ? (read.data ?? '') : '';
  });
const evidence = asForm(optionalLine(200));
const comment = asForm(optionalLines(2000));

const answer = (criterion: Criterion): fc.Arbitrary<FileAnswer> => {
  const levels: readonly Level[] = criterion.number
    ? (criterion.number.noData?.levels ?? [])
    : [0, 1, 2, 3, 4];
  const choices = [
    { level: null, na: false },
    ...levels.map((level) => ({ level, na: false })),
    ...(criterion.na ? [{ level: null, na: true }] : []),
  ];
  return fc
    .record({ choice: fc.constantFrom(...choices), evidence, comment })
    .map(({ choice, ...rest }) => ({ criterion: criterion.id, ...choice, ...rest }));
};

const facts = (scope: Scope): fc.Arbitrary<AnswersFile['facts']> =>
  fc
    .record(
      Object.fromEntries(
        factsOfScope(scheme, scope)
          .filter(({ id }) => id !== 'O00')
          .map((rule) => [
            rule.id,
            isNumeric(rule)
              ? fc.oneof(
                  fc.nat(1_000_000),
                  // As small as anyone types it.
                  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(12))),
                  fc.nat(9_999_999).map((value) => value / 1000),
                )
              : fc.constantFrom(...optionsOf(rule)),
          ]),
      ),
      { requiredKeys: [] },
    )
    .map((some) => {
      const given = Object.fromEntries(
        Object.entries(some).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
      );
      const wrong = new Set(checkFacts(scheme, scope, given).map(({ fact }) => fact));
      return Object.fromEntries(Object.entries(given).filter(([id]) => !wrong.has(id)));
    });

const place = (scope: Scope) =>
  fc.record({
    facts: facts(scope),
    answers: fc
      .tuple(...criteriaOf(scheme, scope).map((one) => fc.option(answer(one), { freq: 1 })))
      .map((all) => all.filter((one) => one !== null)),
  });

const offer = fc.record({
  // Few names, so that two offers often have the same one.
  name: fc.constantFrom('Pain', 'Pain', '=Pain', "L'atelier", '-20 %'),
  type: fc.constantFrom('service' as const, 'object' as const, 'food' as const, 'secondHand' as const),
  sheet: comment.map((text) => text || 'Fiche'),
});

/** Files of answers as people can have given them. */
export const anyAnswers: fc.Arbitrary<AnswersFile> = fc
  .record({
    whole: place('organisation'),
    offers: fc.array(fc.tuple(offer, place('offer')), { maxLength: 3 }),
  })
  .map(({ whole, offers }) => ({
    format: 'made-in-ess/answers',
    formatVersion: 1,
    criteriaVersion: scheme.version,
    ...whole,
    offers: offers.map(([described, said]) => ({ ...described, ...said })),
  }));
