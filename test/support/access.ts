import { addEvidence } from '../../src/commands/application/evidence/addEvidence.ts';
import { planSession } from '../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { publishFigures } from '../../src/commands/desk/figures/publishFigures.ts';
import { publishNeed } from '../../src/commands/exchange/publishNeed.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Clock } from '../../src/commands/ports/ports.ts';
import { declareTie } from '../../src/commands/review/ties/declareTie.ts';
import { addDays, dayOf } from '../../src/register/day.ts';
import { currentApplication } from './applicationSteps.ts';
import { openedQuestionnaire } from './samples/sampleAnswers.ts';
import { specimenEntry } from './samples/specimenEntry.ts';
import { updatePerson } from './updatePerson.ts';
import { type Browser, tokenIn } from './web.ts';
import { type WebWithCast, webWithCast } from './webWithCast.ts';

/** Every kind of visitor, by their relation to the file behind the routes. */
export const parts = [
  'visitor',
  'stranger',
  'owner',
  'editor',
  'reader',
  'reviewer',
  'otherReviewer',
  'officer',
  'tiedOfficer',
  'committee',
  'tiedCommittee',
  'administrator',
] as const;
export type Role = (typeof parts)[number];

/** A web with one file in evaluation and one in deliberation, and a browser for everyone. */
export interface AccessWeb extends WebWithCast {
  /** The browser of someone, signed in anew after a door that ends the session. */
  browserAs(role: Role, anew?: boolean): Promise<Browser>;
  /** The token of someone's session, from a page of their browser; read `anew`, it throws when that is not the session any more. */
  token(role: Role, anew?: boolean): Promise<string>;
  /** What stands for the named part of a path, in the section of that path. */
  value(path: string, name: string): string;
}

/** Starts it: the file of /applications, /organisations, /files and /review is in evaluation, that of /committee in deliberation. */
export async function accessWeb(name: string, clock?: Clock): Promise<AccessWeb> {
  const web = await webWithCast(name, {}, clock);
  const { deps, cast } = web;
  const { id, reviewIds, reviewers } = await web.fileInEvaluation();
  const deliberated = await web.fileInDeliberation();
  const plan = { plannedFor: '2026-12-01T18:00:00.000Z', place: 'Ici', agenda: [deliberated] };
  const sessionId = await planSession(deps, cast.officer, plan);
  const { organisationId } = (await currentApplication(deps, id)).context;
  const [owner] = await deps.store.peopleOf(organisationId);
  const tied = async (label: string, role: 'officer' | 'committee') => {
    const person = await web.person(label, role);
    for (const file of [id, deliberated]) {
      const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      const towards = (await currentApplication(deps, file)).context.organisationId;
      await declareTie(deps, person, { ...tie, personId: person.id, organisationId: towards });
    }
    return person;
  };
  const colleague = async (role: 'editor' | 'reader') =>
    updatePerson(deps, await web.person(role), { memberships: [{ organisationId, role }] });
  const people: Record<Exclude<Role, 'visitor'>, Person> = {
    stranger: await web.person('stranger'),
    owner: requireVisible(owner),
    editor: await colleague('editor'),
    reader: await colleague('reader'),
    reviewer: reviewers[0],
    otherReviewer: await web.person('other-reviewer', 'reviewer'),
    officer: cast.officer,
    tiedOfficer: await tied('tied-officer', 'officer'),
    committee: cast.committee[1],
    tiedCommittee: await tied('tied-committee', 'committee'),
    administrator: await web.person('administrator', 'administrator'),
  };
  const { document } = await addEvidence(deps, requireVisible(owner), {
    applicationId: id,
    name: 'library.txt',
    bytes: Buffer.from('a'),
  });
  const needId = await publishNeed(deps, requireVisible(owner), {
    ...{
      organisationId,
      kind: 'need',
      title: 'Livrer 200 paniers',
      text: 'À vélo.',
      quantity: '',
      place: 'Carouge',
    },
    until: addDays(dayOf(deps.clock.now().toISOString()), 30),
  });
  const asked = await openedQuestionnaire(deps, requireVisible(owner), id);
  await publishFigures(deps, deps.clock.now());
  const values: Readonly<Record<string, string>> = {
    document,
    questionnaire: asked.id,
    certificate: 'esus',
    language: 'fr',
    id,
    applicationId: id,
    organisationId,
    reviewId: reviewIds[0],
    theme: 'FIN',
    criterion: 'FIN-01',
    place: 'FIN-01',
    offerId: requireVisible((await deps.store.snapshot(id, 1))?.content.offers[0]).id,
    personId: people.stranger.id,
    sessionId,
    // Nothing is raised before both reviews are in, and nobody appeals before a decision.
    findingId: 'not-raised-yet',
    appealId: 'not-lodged-yet',
    complaintId: 'not-reported-yet',
    complaint: 'not-reported-yet',
    needId,
    year: dayOf(deps.clock.now().toISOString()).slice(0, 4),
    conversationId: 'not-begun-yet',
    act: 'not-begun-yet',
    view: 'not-kept-yet',
    correspondenceId: 'not-begun-yet',
    attachmentId: 'not-brought-yet',
    number: specimenEntry.number,
    offer: requireVisible(specimenEntry.offers[0]).id,
    file: `${specimenEntry.number}.svg`,
    part: 'labels-1.xml',
    version: '1.0.0',
    n: '1',
    schema: 'Problem',
    group: 'register',
  };
  const holder = { ...specimenEntry.organisation, id: organisationId };
  await web.publish({ ...specimenEntry, organisation: holder });
  const browsers = new Map<Role, Promise<Browser>>();
  const tokens = new Map<Browser, string>();
  const browserAs: AccessWeb['browserAs'] = (role, anew = false) => {
    const known = browsers.get(role);
    const browser = known && !anew ? known : web.browser(role === 'visitor' ? undefined : people[role]);
    browsers.set(role, browser);
    return browser;
  };
  return {
    ...web,
    browserAs,
    token: async (role, anew = false) => {
      const browser = await browserAs(role);
      const known = tokens.get(browser);
      if (known !== undefined && !anew) return known;
      const token = tokenIn((await browser.get('/fr/sign-in')).text);
      if (known !== undefined && known !== token) throw new Error(`the session of ${role} ended unseen`);
      tokens.set(browser, token);
      return token;
    },
    value: (path, part) => {
      if (path.startsWith('/assets/')) return path.includes('fonts') ? 'sans-regular.woff2' : 'style.css';
      if (path.includes('/criteria/') && part === 'id') return 'FIN-01';
      if (path.startsWith('/:language/people/') && part === 'id') return people.stranger.id;
      if (path.includes('/questionnaires/') && part === 'token') return asked.token;
      if (path.includes('/committee/')) return part === 'language' ? 'fr' : deliberated;
      if (path.includes('/organisations/') && part === 'id') return organisationId;
      return values[part] ?? 'none';
    },
  };
}
