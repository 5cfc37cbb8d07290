import type { SponsorDesk } from '../../commands/application/views/viewSponsorship.ts';
import type { Person } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { WaitingInvitation } from '../../commands/people/views/listInvitations.ts';
import type { MyOrganisation } from '../../commands/people/views/listMine.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { positionOf } from '../../policies/adviser.ts';
import { validityToday } from '../../register/validity.ts';
import { sponsorDesk } from '../application/submission/sponsorship.view.ts';
import { labelTaskViews } from '../views/labelTask.view.ts';
import { statusView } from '../views/status.view.ts';

export type SpaceView = ReturnType<typeof spaceView>;

const ended = ['granted', 'closed', 'withdrawn', 'lapsed'];
const staffPages = [
  { roles: ['reviewer'], page: 'review', pictogram: 'reviewers' },
  { roles: ['officer'], page: 'board', pictogram: 'document' },
  { roles: ['committee', 'chair'], page: 'committee', pictogram: 'table' },
  { roles: ['officer', 'committee', 'chair'], page: 'appeals', pictogram: 'loop' },
  { roles: ['administrator'], page: 'people', pictogram: 'person' },
] as const;

/** What one's own space is about; `today` is a day in Geneva. */
export interface Space {
  readonly mine: readonly MyOrganisation[];
  readonly invitations: readonly WaitingInvitation[];
  readonly sponsorships: readonly SponsorDesk[];
  readonly person: Person;
  readonly today: string;
  /** What was said of the exclusions before there was a file, by field. */
  readonly said: Readonly<Record<string, string>>;
}

/** The first page after signing in: where one belongs, and what waits there. */
export function spaceView(
  { mine, invitations, sponsorships, person, today, said }: Space,
  words: Translator,
) {
  const all = mine.map((one) => organisationView(one, today, words));
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

function organisationView(one: MyOrganisation, today: string, words: Translator) {
  const { organisation, role, advises, applications, labels } = one;
  const isEnded = applications.every(({ state }) => ended.includes(state));
  return {
    ...one,
    applications: applications.map((file) => ({ ...file, about: aboutLabel(file, words) })),
    labels: labels.map((label) => ({
      ...label,
      tasks: labelTaskViews(label.tasks, { organisationId: organisation.id, number: label.id }, words),
      status: statusView(validityToday(lifeOf(label), today), words),
    })),
    /** No application is on its way, and the asker may start one. */
    mayStart: organisation.mergedInto === null && role !== 'reader' && isEnded,
    position: positionOf({ role, ...(advises && { adviser: true }) }),
  };
}
