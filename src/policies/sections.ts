import {
  isAdministrator,
  isInCommittee,
  isOfficer,
  isReviewer,
  isStaff,
  sitsOrServes,
  type Who,
} from './who.ts';

/** A part of the private pages: who may enter, and whose files the store shows there. */
export interface Section {
  /** `null` is a visitor who did not sign in. */
  readonly admits: (who: Who | null) => boolean;
  /**
   * `nothing` of any organisation, one's `own` organisations, those and the ones that one is `invited` to, those of the
   * `scheme` that one is not barred from, or `both`: one's own and, for staff, those of the scheme.
   */
  readonly shows: 'nothing' | 'own' | 'invited' | 'scheme' | 'both';
  /** Where work on other parts of a file shows how its evaluation goes: what one scores oneself is not there. */
  readonly blind?: true;
  /** Where files are worked on in other parts than scoring: there is none that one evaluates or evaluated (policies/duties.ts, `read`). */
  readonly apart?: true;
  /** Where the committee sits: nothing is there of a file in which one had an earlier part. */
  readonly sits?: true;
}

const anyone: Section = { admits: () => true, shows: 'nothing' };
const signedIn = (shows: Section['shows']): Section => ({ admits: (who) => who !== null, shows });
const only = (is: (who: Who) => boolean): Section => ({
  admits: (who) => who !== null && is(who),
  shows: 'scheme',
});
const blind = (is: (who: Who) => boolean): Section => ({ ...only(is), blind: true });
const apart = (is: (who: Who) => boolean): Section => ({ ...blind(is), apart: true });

/** Every part of the private pages by the first word of its path. What is not named here is closed to everyone. */
export const sections: Readonly<Record<string, Section>> = {
  'sign-in': anyone,
  'sign-out': anyone,
  typed: signedIn('nothing'),
  dev: anyone,
  account: signedIn('nothing'),
  my: signedIn('own'),
  organisations: signedIn('own'),
  invitations: signedIn('invited'),
  applications: signedIn('own'),
  sponsorships: signedIn('own'),
  evidence: signedIn('both'),
  review: only(isReviewer),
  board: apart(isOfficer),
  files: apart((who) => isOfficer(who) || isInCommittee(who)),
  committee: { ...apart(isInCommittee), sits: true },
  precedents: only((who) => isReviewer(who) || isInCommittee(who) || isOfficer(who)),
  sessions: { ...apart(sitsOrServes), sits: true },
  appeals: apart(sitsOrServes),
  duplicates: blind(isOfficer),
  complaints: blind(isOfficer),
  ties: only(isStaff),
  people: blind(isAdministrator),
  calibration: blind(isAdministrator),
  journal: blind(isAdministrator),
};
