import type { Job } from '../commands/ports/jobPorts.ts';
import { type JournalLetterKind, journalLetterKinds, type LetterDeps } from '../letters/letters.ts';
import * as complaints from './complaintHandlers.ts';
import * as files from './fileHandlers.ts';
import * as labels from './labelHandlers.ts';
import * as log from './logHandlers.ts';
import { sendLetter } from './sendLetter.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: LetterDeps, job: Job) => Promise<void>;
/** Names of handlers: part of a job's id, so that none ever changes its meaning. One that sends a letter names it. */
export type HandlerName = keyof typeof others | `mail:${JournalLetterKind}`;

const others = { ...complaints, ...files, ...labels, ...log };
const mails = Object.fromEntries(
  journalLetterKinds.map((kind) => [`mail:${kind}`, (deps, job) => sendLetter(kind, deps, job)]),
) as Record<`mail:${JournalLetterKind}`, Handler>;

/** Every handler by its name. */
export const handlers: Readonly<Record<HandlerName, Handler>> = { ...others, ...mails };
