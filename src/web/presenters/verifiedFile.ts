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
  claimOnly: { tone: 'paused', shape: 'hatched' },
  unread: { tone: 'over', shape: 'dash' },
};
const results: Readonly<Record<Exclude<CheckResult, 'notThere'>, Look>> = {
  holds: verdicts.holds,
  fails: verdicts.fails,
  unknown: verdicts.claimOnly,
};

/** What is shown of a file that was checked: the verdict, what the register says of its label, and each check in words. */
export function verifiedFile(name: string, verification: Verification, words: Words) {
  const { verdict, number, label } = verification;
  const { title, text, label: said, checks } = tellFile(verification, words);
  return {
    title: words.t('verification.page.checked', { name: shown(name, longest) }),
    verdict: { word: title, sentence: text, ...verdicts[verdict] },
    said,
    label: label && number !== null ? `/${words.language}/labels/${encodeURIComponent(number)}` : null,
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
