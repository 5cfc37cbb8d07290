import { importModes, maxLines } from '../../../commands/application/transfer/line.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { maxTableBytes } from '../../../commands/items/intake.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import type { ReportView } from './report.view.ts';

/** What can be carried away, and the form that brings answers back. */
export type ImportView = ReturnType<typeof importView>;

/** The view of the page; with the report of a file that was read, or how many lines were just taken in. */
export function importView(
  file: ApplicantFile,
  { report = null, taken = null }: { readonly report?: ReportView | null; readonly taken?: number | null },
  words: Translator,
) {
  const limits = { max: maxTableBytes / 1024 ** 2, lines: maxLines };
  return { frame: frameView(file, words), modes: importModes, limits, report, taken };
}
