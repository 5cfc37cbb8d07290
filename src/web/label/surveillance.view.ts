import type { OfficeSurveillance } from '../../commands/label/views/viewSurveillance.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addDays } from '../../register/day.ts';
import { isWebLink, siteIn } from '../../register/siteIn.ts';
import { factText } from '../views/place.view.ts';
import { type Reading, readingOf } from '../views/reading.view.ts';
import { levelName, pointsText } from '../views/staffWords.view.ts';
import { answerText, questionText } from './declaration.view.ts';

export type SurveillanceView = ReturnType<typeof surveillanceView>;

/** Days that the form of findings gives its holder, unless the officer types another day. */
const usualDays = 60;

/** A task as an officer judges it: what was declared, what moved, and what falls below what the label asks for. */
export function surveillanceView(page: OfficeSurveillance, words: Translator) {
  const { surveillance, published, offers, organisation, recordedBy, may, barred, today } = page;
  const { context, declarations, visit, words: said, state, revision, id, drawn } = surveillance;
  const reading = readingOf(published, offers, words);
  const declared = declarations.at(-1);
  const label = `/${words.language}/files/${context.applicationId}/label`;
  const falls = fallsOf(page, reading);
  return {
    id,
    href: `${label}/surveillance/${id}`,
    label,
    number: context.labelNumber,
    organisation: organisation.name,
    version: reading.scheme.version,
    task: context.task,
    state,
    revision,
    dueAt: context.dueAt,
    drawn,
    said,
    visit: visit && recordedBy ? { ...visit, recordedBy } : null,
    declared: declared && {
      ...declared,
      link: isWebLink(declared.accounts) ? (siteIn(declared.accounts)?.href ?? null) : null,
      questions: page.questions.map((one) => {
        const { criterion, question, asks } = questionText(one, reading.text, words);
        return {
          term: `${criterion} · ${question}`,
          text: asks,
          answer: answerText(declared.stillMet[criterion], words),
        };
      }),
    },
    conditions: page.conditions.map(({ text, state: standing, context: { dueAt } }) => ({
      text,
      state: standing,
      dueAt,
    })),
    moves: movesOf(page, reading),
    levels: page.levels.computed.map(({ criterion, before, level, minimum, below }) => ({
      name: nameOf(criterion, reading),
      before: levelName(before, reading.text, words),
      now: levelName(level, reading.text, words),
      minimum: minimum === null ? '' : String(minimum),
      below,
    })),
    falls,
    may,
    barred,
    today,
    names: {
      kind: words.t('visits.kind.label'),
      reason: words.t('surveillance.office.reason'),
      findings: words.t('surveillance.office.findings'),
      until: words.t('surveillance.office.until'),
    },
    values: { until: addDays(today, usualDays), on: today },
  };
}

function movesOf({ moves }: OfficeSurveillance, reading: Reading) {
  const { text, words } = reading;
  return moves.map(({ rule, before, now, share, moved }) => ({
    name: text.facts[rule.id]?.label ?? rule.id,
    before: before === undefined ? '–' : factText(rule.id, before, reading),
    now: now === undefined ? '–' : factText(rule.id, now, reading),
    change: share === null ? '–' : `${share > 0 ? '+' : ''}${words.number(100 * share)} %`,
    moved,
  }));
}

/** Everything that falls below what the label asks for, in sentences. */
function fallsOf({ levels, questions, surveillance, moves }: OfficeSurveillance, reading: Reading): string[] {
  const { words, text } = reading;
  const { t, number } = words;
  const { verdict, computed } = levels;
  const { stillMet = {} } = surveillance.declarations.at(-1) ?? {};
  return [
    ...computed
      .filter(({ below }) => below)
      .map(({ criterion, level, minimum }) =>
        t('surveillance.falls.minimum', {
          criterion: nameOf(criterion, reading),
          level: levelName(level, text, words),
          minimum: minimum ?? 0,
        }),
      ),
    ...questions
      .filter(({ criterion }) => stillMet[criterion] === 'no')
      .map(({ criterion, standing }) =>
        t(`surveillance.falls.said.${standing}`, { criterion: nameOf(criterion, reading) }),
      ),
    ...(computed.length > 0 ? verdict.floors : []).map(({ theme, points, floor }) =>
      t('surveillance.falls.floor', {
        theme: text.themes[theme]?.title ?? theme,
        points: pointsText(points, words),
        floor: number(floor, 0),
      }),
    ),
    ...(computed.length > 0 && !verdict.overallReached
      ? [
          t('surveillance.falls.overall', {
            points: pointsText(verdict.score.overall, words),
            threshold: number(verdict.threshold, 0),
          }),
        ]
      : []),
    ...moves
      .filter(({ moved }) => moved)
      .map(({ rule, share }) =>
        t('surveillance.falls.moved', {
          fact: text.facts[rule.id]?.label ?? rule.id,
          share: `${number(100 * Math.abs(share ?? 0))} %`,
        }),
      ),
  ];
}

function nameOf(criterion: string, { text }: Reading): string {
  return `${criterion} · ${text.criteria[criterion]?.title ?? ''}`;
}
