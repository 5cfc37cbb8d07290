import type { Answer } from '../../../criteria/assessment.ts';
import type { ImportMode, Line, LineOutcome } from './line.ts';

/**
 * The answer that a line gives beside the one that is there. An empty part of the line changes nothing; a part that is there
 * stays, unless the person chose to replace. Documents that were joined stay in any case.
 */
export function planAnswer(
  line: Line,
  before: Answer | undefined,
  mode: ImportMode,
): { readonly outcome: LineOutcome; readonly answer?: Answer } {
  const was: Answer = before ?? { criterion: line.id, level: null, na: false, evidence: '', comment: '' };
  const replace = mode === 'replace';
  const chosen = line.level !== null || line.na;
  const choiceFree = was.level === null && !was.na;
  const { level, na } = chosen && (choiceFree || replace) ? line : was;
  const text = (there: string, read: string) => (read !== '' && (there === '' || replace) ? read : there);
  const evidence = text(was.evidence, line.evidence);
  const comment = text(was.comment, line.comment);
  const differs =
    (chosen && (line.level !== was.level || line.na !== was.na)) ||
    (line.evidence !== '' && line.evidence !== was.evidence) ||
    (line.comment !== '' && line.comment !== was.comment);
  const says = chosen || line.evidence !== '' || line.comment !== '';
  if (!differs && (before || !says)) return { outcome: 'same' };
  const changes =
    level !== was.level || na !== was.na || evidence !== was.evidence || comment !== was.comment;
  if (!changes) return { outcome: 'kept' };
  const overwrites =
    (!choiceFree && (level !== was.level || na !== was.na)) ||
    (was.evidence !== '' && evidence !== was.evidence) ||
    (was.comment !== '' && comment !== was.comment);
  return { outcome: overwrites ? 'replaced' : 'new', answer: { ...was, level, na, evidence, comment } };
}
