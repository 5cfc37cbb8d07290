import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { hiddenFrom } from '../../committee/session/hiddenFrom.ts';
import { type Export, type ExportPart, jsonPart, safeName } from '../../common/exportPart.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Review, ReviewerProfile } from '../../items/items.ts';
import { noteOnPerson } from '../../people/accounts/noteOnPerson.ts';
import type { PersonData } from '../../ports/keepingPorts.ts';
import type { Asker, Deps, Store } from '../../ports/ports.ts';
import { barredFrom } from '../../review/ties/barredFrom.ts';
import { notesAbout } from './notesAbout.ts';

const pageSize = 500;

/** All that is kept of a person, for them: no key or code, nothing of others or of what they are barred from. Noted in the journal before. */
export async function exportPerson(deps: Deps, asker: Asker): Promise<Export> {
  await noteOnPerson(deps, asker.id, { facts: ['person.exported'] }, asker.request);
  const person = requireVisible(await deps.store.person(asker.id));
  const store = deps.store.seenBy({
    except: await barredFrom(deps, { ...person, memberships: [] }),
    ...(await hiddenFrom(deps, person, false)),
  });
  const whole = deps.store.seenBy(everything);
  const [data, invitations, organisations, ties, profile, reviews, caseNotes, lines] = await Promise.all([
    store.personData(person),
    store.invitationsTo(person.email),
    whole.organisations(person.memberships.map(({ organisationId }) => organisationId)),
    store.tiesOf(person.id),
    store.reviewer(person.id),
    store.reviewsBy(person.id),
    notesAbout({ store: whole }, person),
    linesBy(store, person.id),
  ]);
  // In a session that does not prove enough, the roles do not count: what was seen and done by them stays out.
  const weak = asker.roles.length < person.roles.length;
  const { revision: _, head: __, memberships, unsubscribed, calendarFeed, ...who } = person;
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? '';
  return {
    guide: guide.map((name) => ({ words: name, name: `${name}.json` })),
    parts: [
      jsonPart('person.json', {
        ...who,
        calendarFeed: calendarFeed ? { since: calendarFeed.since, roles: calendarFeed.roles } : null,
        savedViews: data.savedViews,
      }),
      jsonPart(
        'memberships.json',
        memberships.map((one) => ({ ...one, organisation: nameOf(one.organisationId) })),
      ),
      jsonPart('ties.json', ties.map(exportedTie)),
      jsonPart('reviewer.json', profile && exportedProfile(profile)),
      jsonPart('sessions.json', data.sessions),
      jsonPart('passkeys.json', { passkeys: data.passkeys, identities: data.identities }),
      jsonPart('letters.json', { unsubscribed, invitations, letters: data.letters, sent: data.mailLog }),
      ...complaintParts(data.complaints),
      jsonPart('reviews.json', (weak ? [] : reviews).map(exportedReview)),
      jsonPart('caseNotes.json', caseNotes),
      jsonPart('journal.json', weak ? lines.filter(({ stream }) => stream === `people/${person.id}`) : lines),
    ],
  };
}

const guide = [
  'person',
  'memberships',
  'ties',
  'reviewer',
  'sessions',
  'passkeys',
  'letters',
  'complaints',
  'reviews',
  'caseNotes',
  'journal',
];

/** What a person reported under their address, and the photos that they sent with it. */
function complaintParts(complaints: PersonData['complaints']): ExportPart[] {
  return [
    jsonPart(
      'complaints.json',
      complaints.map(({ photo, ...rest }) => ({ ...rest, photo: photo && photoName(rest.id, photo.name) })),
    ),
    ...complaints.flatMap(({ id, photo }) =>
      photo ? [{ name: photoName(id, photo.name), digest: photo.digest }] : [],
    ),
  ];
}

function photoName(id: string, name: string): string {
  return `complaints/${id}-${safeName(name)}`;
}

/** Without what only keeps writers apart and chains together. */
function exportedProfile({ revision: _, head: __, ...profile }: ReviewerProfile) {
  return profile;
}

function exportedReview({ id, state, context: { applicationId, dueAt }, invitedAt, scores }: Review) {
  return { id, applicationId, state, invitedAt, dueAt, scores };
}

/** A tie that the service detected says what it is and since when, not to whom: that would tell who reviews whom. */
function exportedTie({ id, organisationId, ...tie }: Tie) {
  return tie.source === 'detected' ? tie : { id, organisationId, ...tie };
}

/** What a person did, newest first; what it says of others stays in the journal. */
async function linesBy(store: Store, actor: string) {
  const lines: Pick<JournalRecord, 'at' | 'stream' | 'facts'>[] = [];
  for (let page = await store.journal({ actor }, pageSize); page.length > 0; ) {
    lines.push(...page.map(({ at, stream, facts }) => ({ at, stream, facts })));
    const last = page.at(-1);
    page = last && page.length === pageSize ? await store.journal({ actor }, pageSize, last) : [];
  }
  return lines;
}
