import type { SponsorDesk } from '../../commands/application/views/viewSponsorship.ts';
import { type Person, staffRoles } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { WaitingInvitation } from '../../commands/people/views/listInvitations.ts';
import type { MyOrganisation } from '../../commands/people/views/listMine.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { positionOf } from '../../policies/adviser.ts';
import { isOver } from '../../policies/stages.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { sponsorDesk } from '../application/submission/sponsorship.view.ts';
import { labelTaskViews } from '../views/labelTask.view.ts';
import { standingView } from '../views/standing.view.ts';
import { statusView } from '../views/status.view.ts';

export type SpaceView = ReturnType<typeof spaceView>;

const staffPages = [
  { roles: staffRoles, page: 'day', path: 'day', pictogram: 'calendar' },
  { roles: ['reviewer'], page: 'review', path: 'review', pictogram: 'reviewers' },
  { roles: ['officer'], page: 'files', path: 'lists/files', pictogram: 'document' },
  { roles: ['committee', 'chair'], page: 'committee', path: 'committee', pictogram: 'table' },
  { roles: ['officer', 'committee', 'chair'], page: 'appeals', path: 'appeals', pictogram: 'loop' },
  { roles: ['administrator'], page: 'people', path: 'people', pictogram: 'person' },
] as const;

/** What one's own space is about. */
export interface Space {
  readonly mine: readonly MyOrganisation[];
  readonly invitations: readonly WaitingInvitation[];
  readonly sponsorships: readonly SponsorDesk[];
  readonly person: Person;
  readonly now: string;
  readonly procedure: Deps['procedure'];
  /** What was said of the exclusions before there was a file, by field. */
  readonly said: Readonly<Record<string, string>>;
}

/** The first page after signing in: where one belongs, and what waits there. */
export function spaceView(space: Space, words: Translator) {
  const { mine, invitations, sponsorships, person, said } = space;
  const all = mine.map((one) => organisationView(one, space, words));
  return {
    name: person.name,
    said,
    invitations: invitations.map((one) => ({ ...one, position: positionOf(one.invitation) })),
    organisations: all.filter(({ advises }) => !advises),
    /** Organisations that one advises. */
    advised: all.filter(({ advises }) => advises),
    sponsorships: sponsorships.map(sponsorDesk),
    staff: staffPages.filter(({ roles }) => roles.some((role) => person.roles.includes(role))),
  };
}

function organisationView(one: MyOrganisation, at: Space, words: Translator) {
  const today = dayOf(at.now);
  const { organisation, role, advises, applications, labels } = one;
  return {
    ...one,
    applications: applications.map((file) => ({
      ...file.application,
      ...standingView(file, at, words),
      about: aboutLabel(file.application, words),
    })),
    labels: labels.map((label) => ({
      ...label,
      tasks: labelTaskViews(label.tasks, { organisationId: organisation.id, number: label.id }, words),
      status: statusView(validityToday(lifeOf(label), today), words),
    })),
    /** No application is on its way, and the asker may start one. */
    mayStart:
      organisation.mergedInto === null &&
      role !== 'reader' &&
      applications.every(({ application }) => isOver(application)),
    position: positionOf({ role, ...(advises && { adviser: true }) }),
  };
}
