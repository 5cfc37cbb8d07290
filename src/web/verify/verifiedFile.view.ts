import { fileReport } from '../../commands/verify/fileReport.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { CheckResult, Verdict, Verification } from '../../register/verification.ts';
import { shown } from '../views/shownText.view.ts';
import type { StatusView } from '../views/status.view.ts';

type Look = Pick<StatusView, 'tone' | 'shape'>;

const verdicts: Readonly<Record<Verdict, Look>> = {
  holds: { tone: 'valid', shape: 'tick' },
  fails: { tone: 'withdrawn', shape: 'struck' },
  replaced: { tone: 'paused', shape: 'hatched' },
  // Nothing is known against the file either.
  claimOnly: { tone: 'over', shape: 'dash' },
  noProof: { tone: 'over', shape: 'dash' },
  unread: { tone: 'over', shape: 'dash' },
};
const results: Readonly<Record<Exclude<CheckResult, 'notThere'>, Look>> = {
  holds: verdicts.holds,
  fails: verdicts.fails,
  unknown: { tone: 'paused', shape: 'hatched' },
};

export type VerifiedFileView = ReturnType<typeof verifiedFile>;

/** What is shown of a file that was checked: the verdict, what the register says of its label, and each check in words. */
export function verifiedFile(name: string, verification: Verification, words: Translator) {
  const { verdict, number, label } = verification;
  const { title, text, label: said, checks } = fileReport(verification, words);
  const address = number === null ? null : `/${words.language}/labels/${encodeURIComponent(number)}`;
  return {
    title: words.t('verification.page.checked', { name: shown(name, maxLength) }),
    verdict: { word: title, sentence: text, ...verdicts[verdict] },
    /** What the register says of its label; empty where it knows none. */
    said,
    /** The page of that label; null where there is none. */
    label: label && address,
    /** The number that is read in a file which proves nothing: only its label page does. */
    named: verdict === 'claimOnly' && number !== null && address !== null ? { number, href: address } : null,
    /** Whether the reader has to type the number that a machine does not find. */
    asksNumber: verdict === 'noProof',
    checks: checks.flatMap(({ name, result, says, advice }) =>
      result === 'notThere'
        ? []
        : {
            name,
            says,
            advice,
            status: { word: words.t(`verification.results.${result}`), ...results[result] },
          },
    ),
    /** The names of those that this kind of file carries nothing for: told in one line. */
    notThere: checks.filter(({ result }) => result === 'notThere').map((check) => check.name),
  };
}

/** Longest part of a file's name that is shown. */
const maxLength = 80;
