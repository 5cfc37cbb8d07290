/** How old (milliseconds) a proof of who someone is may be, for what whoever finds an open session must not do. */
export const recentMs = 10 * 60_000;

/**
 * What asks for a recent proof, by the path that it is sent to, after the language: whatever changes who gets in, where they are
 * in, what they may do, takes out or ends what is kept of people, ends a label, or hands it over to be shown.
 */
const guarded = {
  addPasskey: /^account\/passkeys(?:\/options)?$/,
  removePasskey: /^account\/passkeys\/remove$/,
  endSession: /^account\/sessions\/end$/,
  signOutEverywhere: /^account\/sign-out-everywhere$/,
  makeCalendarFeed: /^account\/calendar$/,
  exportOwnData: /^account\/export$/,
  eraseAccount: /^account\/erase$/,
  exportOrganisation: /^organisations\/[^/]+\/export$/,
  eraseOrganisation: /^organisations\/[^/]+\/erase$/,
  inviteMember: /^organisations\/[^/]+\/invitations$/,
  changeMemberRole: /^organisations\/[^/]+\/people\/role$/,
  removeMember: /^organisations\/[^/]+\/people\/remove$/,
  handOver: /^organisations\/[^/]+\/people\/hand-over$/,
  makeOrganisationKey: /^organisations\/[^/]+\/keys$/,
  changeOrganisationKey: /^organisations\/[^/]+\/keys\/(?:rotate|revoke)$/,
  changePartnerKey: /^api-keys(?:\/(?:rotate|revoke))?$/,
  giveUpLabel: /^organisations\/[^/]+\/labels\/[^/]+\/notice\/give$/,
  takeLabel: /^organisations\/[^/]+\/labels\/[^/]+\/wallet$/,
  admitReviewer: /^people\/[^/]+\/admit$/,
  suspendReviewer: /^people\/[^/]+\/suspend$/,
  removePerson: /^people\/[^/]+\/remove$/,
  letPersonBack: /^people\/[^/]+\/let-back$/,
  resetPasskeys: /^people\/[^/]+\/reset-passkeys$/,
  erasePerson: /^people\/[^/]+\/erase$/,
  changeWebhook: /^webhooks(?:\/.+)?$/,
  // Their roles, and all else that administrators do to people, also what is yet to come.
  changePerson: /^people\/.+$/,
} as const satisfies Readonly<Record<string, RegExp>>;

/** What asks for a recent proof, by name. */
export type Guarded = keyof typeof guarded;

/** Every one of them. */
export const guardedActions = Object.keys(guarded) as Guarded[];

/**
 * What a form sent to a path does that asks for a recent proof; null where any open session will do. Routes are found in capitals
 * and with a slash at the end, too, so these must be.
 */
export function guardedAction(path: string): Guarded | null {
  const plain = path.toLowerCase().replace(/\/+$/, '');
  return guardedActions.find((name) => guarded[name].test(plain)) ?? null;
}

/** Whether a proof of that moment still counts now (both milliseconds since 1970). */
export function isRecent(provedAt: number | undefined, now: number): boolean {
  return provedAt !== undefined && now - provedAt <= recentMs;
}
