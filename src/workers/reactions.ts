import type { Fact } from '../workflow/facts.ts';

/** Who reacts to what: names of handlers (handlers.ts). A name is part of a job's id and never changes its meaning. */
const reactions: Partial<Record<Fact, readonly string[]>> = {
  'label.opened': ['issueLabel'],
};

/** Names of the handlers that react to a fact: one job each is written in the commit that makes the fact true. */
export function handlersOf(fact: Fact): readonly string[] {
  return reactions[fact] ?? [];
}
