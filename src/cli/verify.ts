import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type BundleFault, openBundle, type SavedTrust } from '../commands/verify/bundleTrust.ts';
import { fileReport } from '../commands/verify/fileReport.ts';
import { maxFileBytes, verifyFile } from '../commands/verify/verifyFile.ts';
import { createI18n, isLanguage, type Translator } from '../i18n/i18n.ts';
import { readBackInProcess } from '../issuing/readBack/readBackInProcess.ts';
import { dayOf } from '../register/day.ts';
import { rootDigest, shownRootDigest } from '../register/trust/trustRoot.ts';
import type { Verdict, Verification } from '../register/verification.ts';
import { believed, remember } from './trustMemory.ts';

interface VerifyOptions {
  readonly bundle: string;
  /** Root metadata that was got another way than the bundle. */
  readonly root?: string;
  readonly memory: string;
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
/** What keeps a bundle from saying anything of today, though it may be genuine. */
const untimely: readonly BundleFault[] = ['ahead', 'tooOld', 'rootTooOld'];
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
  const { bundle, root, memory, language, json = false } = options;
  if (!isLanguage(language)) throw new Error(`"${language}" is no language of ours: fr, de, it, en`);
  const words = createI18n()[language];
  const { t } = words;
  const bytes = await beginningOf(file).catch(explainedBy(t('verification.cli.noFile', { file })));
  const noBundle = explainedBy(t('verification.cli.noBundle', { bundle }));
  await stat(bundle).catch(noBundle);
  const noRoot = explainedBy(t('verification.cli.noRoot', { root: root ?? memory }));
  const trusted = await believed(root, memory).catch(noRoot);
  if (!trusted) throw new Error(t('verification.cli.rootWanted'));
  const trust = await openBundle(() => createReadStream(bundle), trusted, now).catch(noBundle);
  if ('fault' in trust) {
    const { fault, at } = trust;
    const says = t(`verification.bundle.faults.${fault}`, { bundle });
    if (!untimely.includes(fault)) throw new Error(says);
    const data = JSON.stringify({ verdict: 'tooOld', fault, trustedAt: at }, null, 2);
    return { verdict: 'tooOld' as const, lines: [json ? data : says], warning: '' };
  }
  const answer = await verifyFile({ trust, readingBack: reading }, bytes, dayOf(now.toISOString())).catch(
    noBundle,
  );
  const forgets = await remember(memory, trusted.given, trust).then(
    () => '',
    () => t('verification.bundle.forgets', { memory }),
  );
  const days = Math.floor((now.getTime() - Date.parse(trust.at)) / dayMs);
  const old = days > oldAfter ? t('verification.bundle.old', { days }) : '';
  return {
    verdict: answer.verdict,
    lines: json
      ? [dataOf(answer, trust)]
      : [...linesOf(answer, words, trust.at), ...sourceOf(trust, days, words)],
    warning: [old, forgets].filter((line) => line !== '').join('\n'),
  };
}

function dataOf(answer: Verification, { at, root }: SavedTrust): string {
  const vouchedBy = { did: root.signed.did, root: root.signed.version, digest: rootDigest(root) };
  return JSON.stringify({ ...answer, trustedAt: at, vouchedBy }, null, 2);
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
function linesOf(verification: Verification, words: Translator, at: string): string[] {
  const { title, text, label, sealed, logged, checks } = fileReport(verification, words, at);
  const lines = checks.map(({ result, name, says, advice }) => {
    const sentence = words.t('verification.cli.check', { name, says });
    return `${marks[result]} ${sentence}${advice ? ` ${advice}` : ''}`;
  });
  return [title, text, ...[label, sealed, logged].filter((line) => line !== ''), ...lines];
}
