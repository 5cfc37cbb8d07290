import { openCorrespondence } from '../../../src/commands/application/correspondence/writeMessage.ts';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { cancelSession, conveneSession } from '../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { planBulkAct } from '../../../src/commands/desk/bulk/planBulkAct.ts';
import { addCaseNote } from '../../../src/commands/desk/casework/caseNotes.ts';
import { followItem } from '../../../src/commands/desk/casework/followItem.ts';
import { handOver } from '../../../src/commands/desk/casework/handOver.ts';
import { tagItem } from '../../../src/commands/desk/casework/tagItem.ts';
import { saveView } from '../../../src/commands/desk/lists/savedViews.ts';
import type { Person, StaffRole } from '../../../src/commands/items/items.ts';
import { makeCalendarFeed } from '../../../src/commands/people/accounts/calendarFeed.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { logLetters } from '../../../src/mailing/logLetters.ts';
import { isOfficer } from '../../../src/policies/who.ts';
import { createMailLog } from '../../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { runNext } from '../../../src/workers/relay.ts';
import {
  advanceToEvaluation,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../applicationSteps.ts';
import { sessionVersion } from '../committeeSession.ts';
import { labelWorld } from '../labelWorld.ts';
import { specimen } from '../samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from '../web.ts';

/** A file, and the label that came of it, with the name by which a test knows it and what nobody who is barred may read. */
export interface BarredItem {
  readonly name: string;
  /** A word that is nowhere else. */
  readonly canary: string;
  readonly organisationId: string;
  readonly applicationId: string;
  readonly number: string | null;
  readonly owner: Person;
  /** The id of a letter about it in the mail log. */
  readonly letter: string;
}

/** One of the staff with two roles, and their browser. */
export interface Officeholder {
  readonly roles: readonly StaffRole[];
  readonly person: Person;
  readonly browser: Browser;
  /** The secret address of their calendar. */
  readonly feed: string;
  /** An act on every file that they prepared before they were barred from any; empty where they are no officer. */
  readonly bulkAct: string;
}

/** An office with files in many states, each of another organisation. */
export interface DeskWorld {
  readonly web: TestWeb;
  readonly items: readonly BarredItem[];
  readonly staff: readonly Officeholder[];
  /** A tie as the command stores it, of a person whom nobody asks for. */
  readonly tie: { readonly personId: string; readonly organisationId: string };
  readonly ids: {
    /** Of a session that was cancelled, on whose paper recusals can stand. */
    readonly cancelled: string;
    readonly sessions: readonly string[];
    readonly complaintId: string;
    readonly appealId: string;
    readonly surveillanceId: string;
    readonly changeId: string;
  };
  /** Stops the clock, and begins to count ids anew: two walks along the same data read the same. */
  still(): void;
}

/** Offices and the journal are met with what a second role changes in them: that one scores, and that one sits in the committee. */
export const rolePairs = [
  ['officer', 'reviewer'],
  ['officer', 'chair'],
  ['reviewer', 'administrator'],
  ['committee', 'administrator'],
] as const satisfies readonly (readonly StaffRole[])[];

/** Builds it by the commands that people give, letters sent and logged; `also` replaces parts of what its web is given. */
export async function deskWorld(name: string, also: Partial<TestWeb['deps']> = {}): Promise<DeskWorld> {
  const time = stoppableTime();
  const web = await testWeb(name, { ...also, clock: time.clock, ids: time.ids });
  const { deps } = web;
  const mailer = logLetters(deps.mailer, { log: createMailLog(web.connection), ...time });
  const log = { error: () => {}, warn: () => {} };
  // Labels are issued under the address that the keys are for, wherever the pages are looked at.
  const atHome = { ...deps, mailer, publicUrl: 'http://label.example' };
  const work = async () => {
    while (await runNext({ deps: atHome, jobs: web.jobs, handlers, worker: 'test', log }));
  };
  const world = await labelWorld({ ...web, setClock: time.set, work });
  const { cast, holder } = world;
  const items = [itemOf('label', holder, holder.number)];
  const draft = async (name: string) => {
    const made = await filledDraft(deps, await web.person(`of-${name}`));
    const { organisationId } = requireVisible(made.owner.memberships[0]);
    items.push(itemOf(name, { applicationId: made.id, organisationId, owner: made.owner }, null));
    return made;
  };
  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(deps, id)).revision,
  });

  const screening = await draft('screening');
  await submitApplication(deps, screening.owner, { applicationId: screening.id, ...declarations });
  await requestInformation(deps, cast.officer, {
    ...(await at(screening.id)),
    items: [{ place: null, question: 'Depuis quand ?' }],
  });
  const assignment = await draft('assignment');
  await submitApplication(deps, assignment.owner, { applicationId: assignment.id, ...declarations });
  await acceptApplication(deps, cast.officer, await at(assignment.id));
  /** A file with its two reviewers, so many of whom delivered. */
  const evaluate = async (name: string, delivered: number) => {
    const { id, owner } = await draft(name);
    const reviewers = [
      await web.person(`${name}-a`, 'reviewer'),
      await web.person(`${name}-b`, 'reviewer'),
    ] as const;
    const reviews = await advanceToEvaluation(deps, { ...cast, reviewers }, id, owner);
    for (const [i, reviewId] of reviews.slice(0, delivered).entries())
      await deliver(deps, requireVisible(reviewers[i]), reviewId, specimen.reviews[i]);
    return id;
  };
  await evaluate('scoring', 1);
  const decided = await evaluate('deliberation', 2);
  const recommendation = { draft: 'granted', reason: 'Les critères sont remplis.' } as const;
  await recommendApplication(deps, cast.rapporteur, { ...(await at(decided)), ...recommendation });

  const place = 'Salle des spécimens';
  const plan = { plannedFor: '2027-12-01T18:00:00.000Z', place, agenda: [decided] };
  const cancelled = await planSession(deps, cast.officer, plan);
  const reason = 'Faute de salle.';
  await cancelSession(deps, cast.officer, { ...(await sessionVersion(deps, cancelled)), reason });
  const convened = await planSession(deps, cast.officer, plan);
  await conveneSession(deps, cast.officer, await sessionVersion(deps, convened));

  for (const { name, applicationId } of items)
    await annotate(deps, cast.officer, `files/${applicationId}`, name);
  await annotate(deps, cast.officer, `labels/${holder.number}`, 'label');
  for (const { name, applicationId } of items)
    await openCorrespondence(deps, cast.officer, {
      applicationId,
      subject: `Visite ${name}`,
      text: 'Quand pouvez-vous nous recevoir ?',
      attachments: [],
    });
  const tied = await web.person('tied', 'officer');
  const { organisationId } = holder;
  await declareTie(deps, tied, {
    ...{ kind: 'kin', share: null, since: '2026-01-01', note: '' },
    personId: tied.id,
    organisationId,
  });
  await work();
  const sent = web.connection.collection<{ _id: string }>('sentLetters');
  const letterOf = async ({ applicationId }: Item) =>
    requireVisible(await sent.findOne({ applicationId }))._id;
  return {
    web,
    items: await Promise.all(items.map(async (item) => ({ ...item, letter: await letterOf(item) }))),
    staff: await staffOf(web, items),
    tie: { personId: tied.id, organisationId },
    ids: { ...world, cancelled, sessions: [world.sessionId, convened] },
    still: time.still,
  };
}

type Item = Omit<BarredItem, 'letter'>;

function itemOf(
  name: string,
  { organisationId, applicationId, owner }: Omit<Item, 'name' | 'canary' | 'number'>,
  number: string | null,
): Item {
  return { name, canary: `kanari${name}`, organisationId, applicationId, number, owner };
}

/** A note, a tag, an owner, and a follower. */
async function annotate(deps: Deps, officer: Person, item: `${'files' | 'labels'}/${string}`, name: string) {
  await addCaseNote(deps, officer, { item, text: `Note sur ${name}.`, about: null });
  await tagItem(deps, officer, { item, tag: `étiquette-${name}` });
  await followItem(deps, officer, { item });
  await handOver(deps, officer, { item, to: officer.id, note: `Remis pour ${name}.` });
}

/** Somebody with each pair of roles, in their order. */
async function staffOf(web: TestWeb, items: readonly Item[]): Promise<Officeholder[]> {
  const staff: Officeholder[] = [];
  for (const roles of rolePairs) {
    const person = await web.person(roles.join('-'), ...roles);
    const bulkAct = isOfficer(person) ? await begun(person) : '';
    const feed = `/calendar/${await makeCalendarFeed(web.deps, person)}.ics`;
    staff.push({ roles, person, browser: await web.browser(person), feed, bulkAct });
  }
  return staff;

  /** Everything that an officer has to do with items before anything keeps them away. */
  async function begun(person: Person): Promise<string> {
    const picked = items.map(({ applicationId }) => `files/${applicationId}` as const);
    for (const item of picked) await followItem(web.deps, person, { item });
    await saveView(web.deps, person, { kind: 'files', name: 'Toutes', query: 'q=kanari' });
    const all = { kind: 'files', asked: [], sort: 'changed', picked } as const;
    return planBulkAct(web.deps, person, { ...all, act: 'remind' });
  }
}

/** A clock that moves a second with each look until it is stopped, and ids that can be counted anew. */
function stoppableTime() {
  let now = Date.parse('2026-11-02T08:00:00.000Z');
  let step = 1000;
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return drawn;
  };
  return {
    clock: {
      now: () => {
        now += step;
        return new Date(now);
      },
    },
    ids: {
      // Another letter than that of the service's own ids, by which its people are known.
      next: () => `B${String(draw()).padStart(8, '0')}`,
      code: () => String(draw()).padStart(6, '0'),
      secret: () => `secret-${draw()}`.padEnd(43, '-'),
    },
    set: (instant: string) => {
      now = Date.parse(instant);
    },
    still: () => {
      step = 0;
      drawn = 90_000_000;
    },
  };
}
