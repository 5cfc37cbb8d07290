import type { Deps, Job } from '../commands/ports.ts';
import type { Fact } from '../workflow/facts.ts';
import { issueLabel } from './issueLabel.ts';

/** Reacts to one record. Idempotent: the same job run twice leaves the same result. */
export type Handler = (deps: Deps, job: Job) => Promise<void>;

/** Every reaction by name; the name is part of a job's id and never changes its meaning. */
export const handlers: Readonly<Record<string, Handler>> = { issueLabel };

const reactions: Partial<Record<Fact, readonly string[]>> = {
  'label.opened': ['issueLabel'],
};

/** Names of the handlers that react to a fact: one job each is written in the commit that makes the fact true. */
export function handlersOf(fact: Fact): readonly string[] {
  return reactions[fact] ?? [];
}
