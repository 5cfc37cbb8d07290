import { tellFile } from '../../commands/verify/tellFile.ts';
import type { CheckResult, Verdict, Verification } from '../../register/verification.ts';
import type { Words } from '../../words/i18n.ts';
import { shown } from './shownText.ts';
import type { StatusView } from './status.ts';

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

/** What is shown of a file that was checked: the verdict, what the register says of its label, and each check in words. */
export function verifiedFile(name: string, verification: Verification, words: Words) {
  const { verdict, number, label } = verification;
  const { title, text, label: said, checks } = tellFile(verification, words);
  const address = number === null ? null : `/${words.language}/labels/${encodeURIComponent(number)}`;
  return {
    title: words.t('verification.page.checked', { name: shown(name, longest) }),
    verdict: { word: title, sentence: text, ...verdicts[verdict] },
    said,
    label: label && address,
    /** The number that is read in a file which proves nothing: only its label page does. */
    named: verdict === 'claimOnly' && address !== null ? { number, href: address } : null,
    /** Whether the reader is asked for the number that a machine does not find. */
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
const longest = 80;
