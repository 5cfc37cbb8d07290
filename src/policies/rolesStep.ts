import { holding } from '../holding.ts';
import { addDays } from '../register/day.ts';

/** What administrators do with a change of someone's roles. */
export type RolesStep = 'propose' | 'confirm' | 'decline';

/** Days that a proposed change waits for a second administrator. */
const daysToConfirm = 7;

interface Proposal {
  readonly by: string;
  readonly until: string;
  readonly given: readonly unknown[];
}

/** Everything that decides whether an administrator may take a step towards someone's roles. */
export interface RolesCase {
  readonly askerId: string;
  readonly person: {
    readonly id: string;
    readonly removedAt: string | null;
    readonly rolesProposal?: Proposal | null;
  };
  /** Whether the step gives a role, beside those that it takes. */
  readonly gives: boolean;
  /** Ids of everyone who administers the service now. */
  readonly administrators: readonly string[];
  readonly now: string;
}

/** The instant until which a change that is proposed now can be confirmed. */
export function confirmableUntil(now: string): string {
  return `${addDays(now.slice(0, 10), daysToConfirm)}${now.slice(10)}`;
}

/** Whether a proposed change still waits: it was not answered, and its time is not over. */
export function isOpen(proposal: Proposal | null | undefined, now: string): boolean {
  return proposal !== null && proposal !== undefined && now < proposal.until;
}

/** Who could confirm a change of a person's roles that an administrator proposes: neither of the two. */
export function confirmersOf({ administrators, person }: RolesCase, proposerId: string): readonly string[] {
  return administrators.filter((id) => id !== proposerId && id !== person.id);
}

/** Why an administrator may not take a step: roles need two of them, and neither is the person concerned. Empty when they may. */
export function rolesStepBlockers(step: RolesStep, about: RolesCase): readonly string[] {
  const { askerId, person, gives } = about;
  return holding({
    ownRoles: askerId === person.id,
    personRemoved: step !== 'decline' && gives && person.removedAt !== null,
    ...(step === 'propose' ? proposingBlockers(about) : answeringBlockers(step, about)),
  });
}

type Blockers = Readonly<Record<string, boolean>>;

function proposingBlockers(about: RolesCase): Blockers {
  return {
    proposalOpen: isOpen(about.person.rolesProposal, about.now),
    noSecondAdministrator: confirmersOf(about, about.askerId).length === 0,
  };
}

function answeringBlockers(step: RolesStep, { askerId, administrators, now, person }: RolesCase): Blockers {
  const proposal = person.rolesProposal;
  if (!proposal) return { noProposal: true };
  return {
    proposalLapsed: !isOpen(proposal, now),
    ownProposal: step === 'confirm' && proposal.by === askerId,
    proposerGone: step === 'confirm' && !administrators.includes(proposal.by),
  };
}
