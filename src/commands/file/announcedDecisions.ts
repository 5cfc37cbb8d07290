import { shown } from '../../scoring/shown.ts';
import { fileVerdictOf, goalsOf } from '../../scoring/verdict.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import type { Finding } from '../items/decidingItems.ts';
import { takenData } from '../items/eventData.ts';
import type { DecisionPaper, LetterData } from '../items/papers.ts';
import type { FrozenFile } from './frozenFile.ts';
import { labelledOffers, lostOffers, settledOf } from './reviewMarks.ts';

/** A decision as it was announced. */
export interface AnnouncedDecision
  extends Pick<DecisionPaper, 'outcome' | 'reason' | 'conditions' | 'decidedAt' | 'announcedAt' | 'dueAt'> {
  /** Id of the line that announced it. */
  readonly recordId: string;
  readonly letter: LetterData;
}

/** Every decision that some lines announce, the first one first: the file's own fields are emptied by an appeal. */
export function announcedDecisions(records: readonly JournalRecord[]): AnnouncedDecision[] {
  return records.flatMap((record, i): AnnouncedDecision[] => {
    const { id, at, event } = record;
    const { letter } = takenData('application', record);
    if (!letter) return [];
    const announced = { recordId: id, announcedAt: at, letter };
    if (event?.type === 'declareIneligible') {
      const { reason, appealBy: dueAt } = event;
      return [{ ...announced, outcome: 'ineligible', reason, conditions: [], decidedAt: at, dueAt }];
    }
    const decided = records.slice(0, i).findLast((line) => line.event?.type === 'decide')?.event;
    if (event?.type !== 'announce' || decided?.type !== 'decide') return [];
    const { outcome, reason, conditions, at: decidedAt } = decided;
    return [{ ...announced, outcome, reason, conditions, decidedAt, dueAt: event.dueAt }];
  });
}

/** What the journal records with an announcement. */
export function letterData(file: FrozenFile, findings: readonly Finding[]): LetterData {
  const { application, snapshot } = file;
  const { whole } = file.published;
  const cycle = cycleOfCopy(snapshot.content);
  // An extension judges its offers alone: the points of the organisation are those of its label.
  const settled = application.context.kind === 'extension' ? null : settledOf(file);
  const verdict = settled && fileVerdictOf(whole, cycle, settled).organisation;
  const { themeFloor: floor } = goalsOf(whole, 'organisation', cycle);
  const lost = lostOffers(file).map(({ name }) => name);
  const rounded = (points: number | null) => (points === null ? null : shown(points));
  return {
    snapshot: snapshot.n,
    offers: application.context.outcome === 'refused' ? [] : labelledOffers(file).map(({ name }) => name),
    ...(lost.length > 0 && { lost }),
    findings: findings.filter(({ state }) => state !== 'dropped').map(({ id }) => id),
    result: verdict && {
      overall: { shown: rounded(verdict.score.overall) },
      threshold: verdict.threshold,
      themes: verdict.score.themes.map(({ theme, points }) => ({ theme, shown: rounded(points), floor })),
    },
  };
}
