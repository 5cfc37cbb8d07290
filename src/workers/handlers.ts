import type { Job } from '../commands/ports/jobPorts.ts';
import { type JournalLetterKind, journalLetterKinds, type LetterDeps } from '../letters/letters.ts';
import { closeReviews } from './closeReviews.ts';
import { dropFindings } from './dropFindings.ts';
import { endExtension } from './endExtension.ts';
import { inviteNext } from './inviteNext.ts';
import { issueLabel } from './issueLabel.ts';
import { publishStatus } from './publishStatus.ts';
import { recuse } from './recuse.ts';
import { removeFiles } from './removeFiles.ts';
import { reviseLabel } from './reviseLabel.ts';
import { sendLetter } from './sendLetter.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: LetterDeps, job: Job) => Promise<void>;
/** Names of handlers: part of a job's id, so that none ever changes its meaning. One that sends a letter names it. */
export type HandlerName = keyof typeof others | `mail:${JournalLetterKind}`;

const others = {
  closeReviews,
  dropFindings,
  endExtension,
  inviteNext,
  issueLabel,
  publishStatus,
  recuse,
  removeFiles,
  reviseLabel,
};
const mails = Object.fromEntries(
  journalLetterKinds.map((kind) => [`mail:${kind}`, (deps, job) => sendLetter(kind, deps, job)]),
) as Record<`mail:${JournalLetterKind}`, Handler>;

/** Every handler by its name. */
export const handlers: Readonly<Record<HandlerName, Handler>> = { ...others, ...mails };
