import type { PlainKey } from '../messages.ts';
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
  /** What the menu of those whom it admits calls it; a section without one is reached from other pages. */
  readonly door?: PlainKey;
  /** The page below its path that this entry leads to; without one, it leads to the path. */
  readonly opens?: string;
  /** Seldom entered: the menu keeps it behind its last entry. */
  readonly seldom?: true;
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

/** Every part of the private pages by the first word of its path, in the order of the menu. What is not named here is closed to everyone. */
export const sections: Readonly<Record<string, Section>> = {
  'sign-in': anyone,
  'sign-out': anyone,
  typed: signedIn('nothing'),
  dev: anyone,
  account: signedIn('nothing'),
  needs: { admits: () => true, shows: 'own' },
  figures: anyone,
  exchange: signedIn('own'),
  my: signedIn('own'),
  organisations: signedIn('own'),
  invitations: signedIn('invited'),
  applications: signedIn('own'),
  sponsorships: signedIn('own'),
  evidence: signedIn('both'),
  files: apart((who) => isOfficer(who) || isInCommittee(who)),
  day: { admits: (who) => who !== null && isStaff(who), shows: 'nothing', door: 'day.title' },
  review: { ...only(isReviewer), door: 'staff.doors.review' },
  lists: { ...apart(isOfficer), door: 'staff.doors.files', opens: '/files' },
  committee: { ...apart(isInCommittee), sits: true, door: 'staff.doors.committee' },
  sessions: { ...apart(sitsOrServes), sits: true, door: 'staff.doors.sessions' },
  appeals: { ...apart(sitsOrServes), door: 'appeals.door' },
  load: { ...apart(isOfficer), door: 'casework.load.door', seldom: true },
  'follow-up': { ...apart(isOfficer), door: 'followUp.door' },
  dashboard: {
    ...apart((who) => isOfficer(who) || isAdministrator(who)),
    door: 'dashboard.title',
    seldom: true,
  },
  complaints: { ...blind(isOfficer), door: 'complaints.desk.door' },
  // One complaint, for who was invited to handle it and for who invites: its commands refuse anybody else.
  inquiries: { ...blind(() => true) },
  meetings: { ...only(isOfficer), door: 'meetings.door', seldom: true },
  mail: { ...apart(isOfficer), door: 'mail.door', seldom: true },
  duplicates: { ...blind(isOfficer), door: 'duplicates.door', seldom: true },
  precedents: {
    ...only((who) => isReviewer(who) || isInCommittee(who) || isOfficer(who)),
    door: 'precedents.door',
    seldom: true,
  },
  people: { ...blind(isAdministrator), door: 'people.door' },
  journal: { ...blind(isAdministrator), door: 'people.journalDoor' },
  'api-keys': { ...only(isAdministrator), door: 'apiKeys.door', seldom: true },
  calibration: { ...blind(isAdministrator), door: 'calibration.door' },
  webhooks: { ...blind(isAdministrator), door: 'webhooks.door', seldom: true },
  'criteria-changes': { ...blind(isAdministrator), door: 'changePack.door' },
  health: { ...apart((who) => isOfficer(who) || isAdministrator(who)), door: 'health.door', seldom: true },
  ties: { ...only(isStaff), door: 'ties.door', seldom: true },
};
