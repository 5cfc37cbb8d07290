import type { FilePaper } from '../../commands/items/papers.ts';
import { passageIn } from '../../criteria/answerContent.ts';
import type { Answer, Facts, FactValue, OfferLine } from '../../criteria/assessment.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../criteria/figures.ts';
import type { OfferType } from '../../criteria/offer.ts';
import { leftOut } from '../../criteria/offerLines.ts';
import type { Criterion, FactRule, Scope } from '../../criteria/scheme.ts';
import { withPassage } from '../../i18n/passageText.ts';
import { heading, type Pair, pairs, paragraph } from './paperBlocks.ts';
import type { Paper } from './paperSheet.ts';

type ScopeResult = FilePaper['result']['organisation'];

/** What a scope claims: the organisation's part of a file, or an offer's. */
export interface ClaimedPart {
  readonly facts: Facts;
  readonly answers: readonly Answer[];
  readonly lines?: readonly OfferLine[];
  readonly result: ScopeResult | undefined;
}

/** The figures of a scope; `type` says what an offer is counted in. */
export function writeFigures(
  paper: Paper,
  file: FilePaper,
  scope: Scope,
  facts: Facts,
  type: OfferType | null = null,
): void {
  const { words } = paper;
  const { scheme, texts } = file.published;
  const figures = factsOfScope(scheme, scope).map((rule): Pair => {
    const text = texts[words.language].facts[rule.id];
    return [text?.label ?? rule.id, factText(paper, rule, facts[rule.id], text?.options ?? {}, type)];
  });
  pairs(paper, figures);
}

/** The lines that an offer's figures add up, and which of them do not count. */
export function writeLines(
  paper: Paper,
  { published }: FilePaper,
  part: Pick<ClaimedPart, 'facts' | 'lines'> | undefined,
  type: OfferType,
): void {
  const { words } = paper;
  const left = leftOut(part, type, published.scheme);
  const amounts = (part?.lines ?? []).map((line): Pair => {
    const { what, amount, here } = line;
    const kept = words.t('deposit.paper.line', {
      amount: words.number(amount, 2),
      here: words.number(here, 2),
    });
    return [what, left.includes(line) ? words.t('computation.keptUncounted', { kept }) : kept];
  });
  pairs(paper, amounts);
}

/** The answers of a scope, theme by theme, criterion by criterion. */
export function writeAnswers(paper: Paper, file: FilePaper, scope: Scope, part: ClaimedPart): void {
  const { scheme, texts } = file.published;
  const text = texts[paper.words.language];
  for (const theme of scheme.themes.filter((one) => one.scope === scope)) {
    if (scope === 'organisation') heading(paper, 'H2', text.themes[theme.id]?.title ?? theme.id);
    for (const criterion of criteriaOf(scheme, scope).filter((one) => one.theme === theme.id)) {
      writeAnswer(paper, file, criterion, part);
    }
  }
}

function writeAnswer(paper: Paper, file: FilePaper, { id }: Criterion, part: ClaimedPart): void {
  const { words } = paper;
  const text = file.published.texts[words.language].criteria[id];
  const found = part.result?.levels.find(({ criterion }) => criterion === id);
  const answer = part.answers.find(({ criterion }) => criterion === id);
  heading(paper, 'H3', `${id} ${text?.title ?? ''}`);
  paragraph(paper, levelText(paper, file, id, found?.level ?? null));
  if (found?.from === 'figures') paragraph(paper, words.t('applicant.criterion.computed'), 'small');
  if (found?.level === 'na' && text?.na) paragraph(paper, text.na, 'small');
  if (answer?.comment) {
    paragraph(paper, words.t('deposit.paper.comment'), 'small');
    paragraph(paper, answer.comment);
  }
  const files = (answer?.files ?? []).map((document) => {
    const name = file.content.evidence.find((one) => one.document === document)?.name ?? document;
    return withPassage(name, passageIn(answer, document), words);
  });
  const proofs = [...(answer?.evidence ? [answer.evidence] : []), ...files];
  if (proofs.length > 0) paragraph(paper, words.t('deposit.paper.proofs', { names: proofs.join(' · ') }));
}

function levelText(
  paper: Paper,
  { published }: FilePaper,
  id: string,
  level: ScopeResult['levels'][number]['level'],
): string {
  const { words } = paper;
  if (level === null) return words.t('deposit.paper.unanswered');
  if (level === 'na') return words.t('applicant.criterion.na');
  const text = published.texts[words.language];
  return `${level} · ${text.criteria[id]?.levels[level] ?? text.levels[level] ?? ''}`;
}

function factText(
  { words }: Paper,
  rule: FactRule,
  value: FactValue | undefined,
  options: Readonly<Record<string, string>>,
  type: OfferType | null,
): string {
  if (value === undefined) return words.t('deposit.paper.notGiven');
  if (typeof value === 'string') {
    if (rule.unit === 'yesNo' && (value === 'yes' || value === 'no')) return words.t(`site.${value}`);
    return options[value] ?? value;
  }
  const unit = rule.unit === '%' ? 'percent' : rule.unit === 'byType' ? `byType.${type}` : rule.unit;
  const key = `applicant.unit.${unit}` as const;
  const known = words.has(key) ? `\u00a0${words.t(key)}` : '';
  return `${words.number(value, 2)}${known}`;
}
