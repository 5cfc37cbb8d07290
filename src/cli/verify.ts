import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { bundleTrust } from '../commands/verify/bundleTrust.ts';
import { fileReport } from '../commands/verify/fileReport.ts';
import { maxFileBytes, verifyFile } from '../commands/verify/verifyFile.ts';
import { createI18n, isLanguage, type Translator } from '../i18n/i18n.ts';
import { readBackInThread } from '../issuing/readBack/readBackInThread.ts';
import { dayOf } from '../register/day.ts';
import type { Verdict, Verification } from '../register/verification.ts';

interface VerifyOptions {
  readonly bundle: string;
  readonly language: string;
  readonly json?: boolean;
}

/** Codes that the program ends with. */
export const exitCodes: Readonly<Record<Verdict, number>> = {
  holds: 0,
  fails: 1,
  replaced: 1,
  altered: 1,
  elsewhere: 1,
  claimOnly: 1,
  noProof: 1,
  unread: 2,
};
/** From here on (days) a bundle is called old: what was revoked since then is not in it. */
const oldAfter = 7;
const dayMs = 86_400_000;
const reading = readBackInThread();

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
export async function verifyOn(now: Date, file: string, { bundle, language, json = false }: VerifyOptions) {
  if (!isLanguage(language)) throw new Error(`"${language}" is no language of ours: fr, de, it, en`);
  const words = createI18n()[language];
  const bytes = await beginningOf(file).catch(explainedBy(words.t('verification.cli.noFile', { file })));
  const noBundle = explainedBy(words.t('verification.cli.noBundle', { bundle }));
  const trust = await bundleTrust(() => createInterface({ input: createReadStream(bundle) })).catch(noBundle);
  const today = dayOf(now.toISOString());
  const answer = await verifyFile({ trust, readingBack: reading }, bytes, today).catch(noBundle);
  const days = Math.floor((now.getTime() - Date.parse(trust.at)) / dayMs);
  const age = words.t('verification.bundle.age', { at: words.time(trust.at), days });
  return {
    verdict: answer.verdict,
    lines: json
      ? [JSON.stringify({ ...answer, trustedAt: trust.at }, null, 2)]
      : [...linesOf(answer, words), age],
    warning: days > oldAfter ? words.t('verification.bundle.old', { days }) : '',
  };
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
function linesOf(verification: Verification, words: Translator): string[] {
  const { title, text, label, checks } = fileReport(verification, words);
  const lines = checks.map(({ result, name, says, advice }) => {
    const sentence = words.t('verification.cli.check', { name, says });
    return `${marks[result]} ${sentence}${advice ? ` ${advice}` : ''}`;
  });
  return [title, text, ...(label === '' ? [] : [label]), ...lines];
}
