import { fileReport } from '../../commands/verify/fileReport.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { CheckResult, Verdict, Verification } from '../../register/verification.ts';
import { shown } from '../views/shownText.view.ts';
import type { StatusView } from '../views/status.view.ts';

const looks: Readonly<Record<Verdict | CheckResult, Pick<StatusView, 'tone' | 'shape'>>> = {
  holds: { tone: 'valid', shape: 'tick' },
  fails: { tone: 'withdrawn', shape: 'struck' },
  replaced: { tone: 'paused', shape: 'hatched' },
  notValid: { tone: 'paused', shape: 'hatched' },
  altered: { tone: 'paused', shape: 'hatched' },
  elsewhere: { tone: 'withdrawn', shape: 'struck' },
  unknown: { tone: 'paused', shape: 'hatched' },
  // Nothing is known against the file either.
  claimOnly: { tone: 'over', shape: 'dash' },
  noProof: { tone: 'over', shape: 'dash' },
  notThere: { tone: 'over', shape: 'dash' },
  unread: { tone: 'over', shape: 'dash' },
  paper: { tone: 'valid', shape: 'tick' },
  sealOnly: { tone: 'paused', shape: 'hatched' },
};
/** What is not in order is read first. */
const order: readonly CheckResult[] = ['fails', 'unknown', 'holds'];
/** Longest part of a file's name that is shown. */
const maxLength = 80;

export type VerifiedFileView = ReturnType<typeof verifiedFile>;

/** What is shown of a file that was checked: the verdict, what the register says of its label, and each check in words. */
export function verifiedFile(name: string, verification: Verification, words: Translator) {
  const { verdict, number, label } = verification;
  const { title, text, label: registerSays, sealed, logged, checks } = fileReport(verification, words);
  const address = number === null ? null : `/${words.language}/labels/${encodeURIComponent(number)}`;
  const isUntold = ({ result, advice }: (typeof checks)[number]) => result === 'unknown' && advice === '';
  const told = order.flatMap((one) => checks.filter((check) => check.result === one && !isUntold(check)));
  return {
    name: shown(name, maxLength),
    verdict: { word: title, sentence: text, ...looks[verdict] },
    /** Empty where the register knows no label of the file. */
    registerSays,
    /** When it was sealed; empty where no seal of ours holds. */
    sealed,
    /** Where it stands in the public log; empty where it carries no proof that holds. */
    logged,
    /** The page of that label; null where there is none. */
    label: label && address,
    /** The number that is read in a file which proves nothing: only its label page does. */
    named:
      (verdict === 'claimOnly' || verdict === 'elsewhere') && number !== null && address !== null
        ? { number, href: address }
        : null,
    /** Whether the reader has to type the number that a machine does not find. */
    asksNumber: verdict === 'noProof',
    checks: told.map((check) => ({ ...check, look: looks[check.result] })),
    /** The names of those that nothing can be told of while another is not in order. */
    untold: checks.filter(isUntold).map((check) => check.name),
    /** The names of those that this kind of file carries nothing for. */
    notThere: checks.filter(({ result }) => result === 'notThere').map((check) => check.name),
  };
}
