import { importModes, maxLines } from '../../../commands/application/transfer/line.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { maxTableBytes } from '../../../commands/items/intake.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { NamesIn } from '../../../messages.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';
import type { ReportView } from './report.view.ts';

/** What can be carried away, and the form that brings answers back. */
export type ImportView = ReturnType<typeof importView>;

/** The view of the page; with the report of a file that was read. */
export function importView(
  file: ApplicantFile,
  { report = null, taken = null }: { readonly report?: ReportView | null; readonly taken?: number | null },
  words: Translator,
) {
  const one = (name: string, key: NamesIn<'transfer.export', 'Line'>) => ({
    href: applicationHref(words, file.application.id, name),
    text: words.t(`transfer.export.${key}`),
    line: words.t(`transfer.export.${key}Line`),
  });
  return {
    frame: frameView(file, words),
    exports: [
      one('export.xlsx', 'xlsx'),
      one('export.csv', 'csv'),
      one('export.json', 'json'),
      one('file.zip', 'zip'),
    ],
    modes: importModes.map((value) => ({
      value,
      text: words.t(`transfer.mode.${value}`),
      hint: words.t(`transfer.mode.${value}Hint`),
    })),
    hint: words.t('transfer.hint', { max: maxTableBytes / 1024 ** 2, lines: maxLines }),
    report,
    /** Said after an import, otherwise empty. */
    done: taken === null ? '' : words.t('transfer.done', { count: taken }),
  };
}
