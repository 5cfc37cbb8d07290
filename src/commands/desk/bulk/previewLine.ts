import { LabelError } from '../../../errors.ts';
import { plannedLines } from '../../common/dryRun.ts';
import type { BulkAct, BulkLine } from '../../ports/bulkActPorts.ts';
import type { LetterDesk, PreviewedLetter } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { lineActs } from './lineActs.ts';

interface LinePreview {
  /** A copy for each who would get it. */
  readonly letters: readonly PreviewedLetter[];
  /** Why none would go, as codes of reasons. */
  readonly reasons: readonly string[];
}

/** The letters that an act would send now for one of its lines; none goes. */
export async function previewLine(
  deps: Deps & { readonly letterDesk: LetterDesk },
  asker: Asker,
  act: BulkAct,
  line: BulkLine,
): Promise<LinePreview> {
  try {
    const lines = await plannedLines(deps, (dry) => lineActs[act.kind](dry, asker, line, act));
    return { letters: await deps.letterDesk.previewLetters(lines), reasons: [] };
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    return { letters: [], reasons: error.reasons };
  }
}
