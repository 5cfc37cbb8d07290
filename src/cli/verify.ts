import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type BundleFault, openBundle, type SavedTrust } from '../commands/verify/bundleTrust.ts';
import { fileReport } from '../commands/verify/fileReport.ts';
import { maxFileBytes, verifyFile } from '../commands/verify/verifyFile.ts';
import { createI18n, isLanguage, type Translator } from '../i18n/i18n.ts';
import { readBackInProcess } from '../issuing/readBack/readBackInProcess.ts';
import { type Day, dayOf, instantsOf } from '../register/day.ts';
import { readDay } from '../register/readDay.ts';
import { rootDigest, shownRootDigest } from '../register/trust/trustRoot.ts';
import type { Verdict, Verification } from '../register/verification.ts';
import { type Believed, believed, readRoot, remember } from './trustMemory.ts';

interface VerifyOptions {
  readonly bundle: string;
  /** Root metadata that was got another way than the bundle. */
  readonly root?: string;
  readonly memory: string;
  /** A day before today that is asked for (ISO). */
  readonly on?: Day;
  readonly language: string;
  readonly json?: boolean;
}

/**
 * Exit codes. A genuine paper has its own, since it proves no label, and so has a genuine file that does not hold today, which is no
 * forgery; `tooOld` where the bundle is, so that nothing can be said of today.
 */
export const exitCodes: Readonly<Record<Verdict | 'tooOld', number>> = {
  holds: 0,
  fails: 1,
  replaced: 5,
  notValid: 5,
  altered: 1,
  elsewhere: 1,
  claimOnly: 1,
  noProof: 1,
  paper: 4,
  sealOnly: 1,
  unread: 2,
  tooOld: 3,
};
/** From here on (days) a bundle is called old: what was revoked since then is not in it. */
const oldAfter = 7;
const dayMs = 86_400_000;
/** Faults of a bundle that says nothing of today, and something of its own day. */
const over: readonly BundleFault[] = ['tooOld', 'rootTooOld'];
const reading = readBackInProcess();

/** Checks a file without any network against a saved bundle; the exit code is 0 only when everything holds, 2 when it is not read. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  // Until it is known to hold.
  process.exitCode = 2;
  const { verdict, lines, warning } = await verifyOn(new Date(), file, options);
  for (const line of lines) console.log(line);
  if (warning) console.error(warning);
  process.exitCode = exitCodes[verdict];
}

/** What is printed of a file at a moment. */
export async function verifyOn(now: Date, file: string, options: VerifyOptions) {
  const { bundle, root, memory, language, json = false, on } = options;
  if (!isLanguage(language)) throw new Error(`"${language}" is no language of ours: fr, de, it, en`);
  const words = createI18n()[language];
  const { t } = words;
  const today = dayOf(now.toISOString());
  if (on !== undefined && (readDay(on) !== on || on > today))
    throw new Error(t('verification.past.badDay', { day: on }));
  const bytes = await beginningOf(file).catch(explainedBy(t('verification.cli.noFile', { file })));
  const noBundle = explainedBy(t('verification.cli.noBundle', { bundle }));
  await stat(bundle).catch(noBundle);
  const noRoot = explainedBy(t('verification.cli.noRoot', { root: root ?? memory }));
  const trusted = await whomToTrust(options).catch(noRoot);
  if (!trusted) throw new Error(t('verification.cli.rootWanted'));
  const open = (at: Date) => openBundle(() => createReadStream(bundle), trusted, at).catch(noBundle);
  const opened = await open(now);
  const old =
    'fault' in opened && over.includes(opened.fault) && opened.at !== undefined
      ? { fault: opened.fault, at: new Date(opened.at) }
      : null;
  const trust = old ? await open(old.at) : opened;
  if ('fault' in trust) {
    const { fault, at } = trust;
    const says = t(`verification.bundle.faults.${fault}`, { bundle });
    if (fault !== 'ahead') throw new Error(says);
    const data = JSON.stringify({ verdict: 'tooOld', fault, trustedAt: at }, null, 2);
    return { verdict: 'tooOld' as const, lines: [json ? data : says], warning: '' };
  }
  const madeOn = dayOf(trust.at);
  const day = on ?? (old ? madeOn : today);
  if (day > madeOn && day < today && 'fault' in (await open(new Date(instantsOf(day)[1]))))
    throw new Error(t('verification.past.beyond', { day: words.date(day), at: words.time(trust.at) }));
  const checking = verifyFile({ trust, readingBack: reading }, bytes, day, madeOn);
  const answer = await checking.catch(noBundle);
  const days = Math.floor((now.getTime() - Date.parse(trust.at)) / dayMs);
  const source = sourceOf(trust, days, words);
  if (on !== undefined) {
    const lines = json
      ? [dataOf(answer, trust, { on })]
      : [...linesOf(answer, words, trust.at, on), ...source];
    return { verdict: answer.verdict, lines, warning: '' };
  }
  if (old) {
    const { fault } = old;
    const data = dataOf(answer, trust, { verdict: 'tooOld', fault, on: day, verdictThen: answer.verdict });
    const says = t(`verification.bundle.faults.${fault}`, { bundle });
    const lines = json ? [data] : [says, ...linesOf(answer, words, trust.at, day), ...source];
    return { verdict: 'tooOld' as const, lines, warning: '' };
  }
  const forgets = await remember(memory, trusted.given, trust).then(
    () => '',
    () => t('verification.bundle.forgets', { memory }),
  );
  const ages = days > oldAfter ? t('verification.bundle.old', { days }) : '';
  return {
    verdict: answer.verdict,
    lines: json ? [dataOf(answer, trust)] : [...linesOf(answer, words, trust.at), ...source],
    warning: [ages, forgets].filter((line) => line !== '').join('\n'),
  };
}

/** Of an earlier day an archived root and bundle are asked on purpose, whatever was seen since. */
async function whomToTrust({ on, root, memory }: VerifyOptions): Promise<Believed | null> {
  if (on !== undefined && root !== undefined) return { given: '', root: await readRoot(root), least: 0 };
  const trusted = await believed(root, memory);
  return trusted && on !== undefined ? { ...trusted, least: 0 } : trusted;
}

function dataOf(answer: Verification, { at, root }: SavedTrust, also: object = {}): string {
  const vouchedBy = { did: root.signed.did, root: root.signed.version, digest: rootDigest(root) };
  return JSON.stringify({ ...answer, ...also, trustedAt: at, vouchedBy }, null, 2);
}

/** Whose word all of it is, and of when. */
function sourceOf({ at, root }: SavedTrust, days: number, { t, time }: Translator): string[] {
  const { did, version } = root.signed;
  return [
    t('verification.bundle.vouches', { did, version, digest: shownRootDigest(root) }),
    t('verification.bundle.age', { at: time(at), days }),
  ];
}

/** Throws what went wrong behind a sentence that says what to do. */
function explainedBy(sentence: string): (error: Error) => never {
  return (cause) => {
    throw new Error(`${sentence} (${cause.message})`, { cause });
  };
}

/** A file, or of a longer one as much as tells that it is too long: some never end, and say that they have no size. */
function beginningOf(file: string): Promise<Buffer> {
  return buffer(createReadStream(file, { end: maxFileBytes }));
}

const marks = { holds: '✓', fails: '✗', unknown: '?', notThere: '–' } as const;

/** What is printed about a file, line by line: the verdict, the label, and each check. */
function linesOf(verification: Verification, words: Translator, at: string, past?: Day): string[] {
  const { title, text, label, sealed, logged, checks } = fileReport(verification, words, at, past);
  const lines = checks.map(({ result, name, says, advice }) => {
    const sentence = words.t('verification.cli.check', { name, says });
    return `${marks[result]} ${sentence}${advice ? ` ${advice}` : ''}`;
  });
  return [title, text, ...[label, sealed, logged].filter((line) => line !== ''), ...lines];
}
