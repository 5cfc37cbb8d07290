import type { Role } from '../workflow/events.ts';

/** A person as policies see them: who they are, what they do for the service, and where they belong. */
export interface Who {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly role: 'owner' | 'editor' | 'reader';
    /** Belongs elsewhere and helps; absent for the organisation's own people. */
    readonly adviser?: true;
  }[];
}

/** Whether a person may screen, invite, announce and keep the files of the scheme. */
export const isOfficer = ({ roles }: Who): boolean => roles.includes('officer');

/** Whether a person may score files. */
export const isReviewer = ({ roles }: Who): boolean => roles.includes('reviewer');

/** Whether a person sits in the committee. */
export const isInCommittee = ({ roles }: Who): boolean =>
  roles.includes('committee') || roles.includes('chair');

/** Whether a person chairs sessions of the committee. */
export const isChair = ({ roles }: Who): boolean => roles.includes('chair');

/** Whether a person meets the committee's sessions: as a member, or as an officer who serves it. */
export const sitsOrServes = (who: Who): boolean => isInCommittee(who) || isOfficer(who);

/** Whether a person looks after people, roles and the journal. */
export const isAdministrator = ({ roles }: Who): boolean => roles.includes('administrator');

/** Whether a person holds any part in the service beside their own organisations. */
export const isStaff = ({ roles }: Who): boolean => roles.length > 0;
