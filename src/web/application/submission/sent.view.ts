import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../../messages.ts';
import { applicationHref, frameView } from '../../views/applicationFrame.view.ts';

export type SentView = ReturnType<typeof sentView>;

/** Each of these froze one snapshot. */
const freezing: readonly string[] = ['application.submitted', 'application.answered'];

/** What was sent, submission by submission, and the working copy that goes on beside it. */
export function sentView(file: ApplicantFile, words: Translator) {
  const { application, history } = file;
  const dates = history.filter(({ fact }) => freezing.includes(fact)).map(({ at }) => words.date(at));
  const link = (below: string, key: PlainNamesIn<'deposit.sent'>) => ({
    href: applicationHref(words, application.id, below),
    text: words.t(`deposit.sent.${key}`),
  });
  const numbers = Array.from({ length: application.snapshots }, (_, i) => i + 1);
  const { editable, closed } = frameView(file, words);
  return {
    submissions: numbers.toReversed().map((n) => ({
      n,
      title: words.t('deposit.sent.one', { n }),
      date: dates[n - 1] ?? '',
      links: [
        link(`proof/${n}.pdf`, 'proof'),
        link(`file/${n}.pdf`, 'file'),
        ...(n > 1 ? [link(`differences/${n}`, 'changes')] : []),
      ],
    })),
    copyText: editable ? words.t('deposit.sent.copyText') : closed,
    copy: [link('tasks', 'toCopy'), link('differences', 'toDifferences'), link('file.pdf', 'print')],
  };
}
