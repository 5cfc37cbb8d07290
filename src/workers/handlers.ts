import type { Deps, Job } from '../commands/ports.ts';
import { issueLabel } from './issueLabel.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: Deps, job: Job) => Promise<void>;

/** Every handler by the name that reactions.ts gives it. */
export const handlers: Readonly<Record<string, Handler>> = { issueLabel };
