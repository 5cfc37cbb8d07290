import { LabelError } from '../../../errors.ts';
import { plannedLines } from '../../common/dryRun.ts';
import type { BulkLine } from '../../ports/bulkActPorts.ts';
import type { LetterDesk, PreviewedLetter } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { remindApplicant } from './remindApplicant.ts';

interface LinePreview {
  /** A copy for each who would get it. */
  readonly letters: readonly PreviewedLetter[];
  /** Why none would go, as codes of reasons. */
  readonly reasons: readonly string[];
}

/** The letters that the reminder of a line would send now; none goes. */
export async function previewLine(
  deps: Deps & { readonly letterDesk: LetterDesk },
  asker: Asker,
  { applicationId }: Pick<BulkLine, 'applicationId'>,
): Promise<LinePreview> {
  try {
    const lines = await plannedLines(deps, (dry) => remindApplicant(dry, asker, applicationId));
    return { letters: await deps.letterDesk.previewLetters(lines), reasons: [] };
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    return { letters: [], reasons: error.reasons };
  }
}
