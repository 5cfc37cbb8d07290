import { parse } from 'node-html-parser';
import type { Response } from 'supertest';
import { acceptApplication } from '../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Clock } from '../../src/commands/ports/ports.ts';
import { inviteReviewer } from '../../src/commands/review/assignment/inviteReviewer.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from './applicationSteps.ts';
import { specimen } from './samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from './web.ts';

/** A web with the people of a file, each with their own browser. */
export interface WebWithCast extends TestWeb {
  readonly cast: Cast;
  /** The signed-in browser of a person, opened once. */
  browserOf(person: Person): Promise<Browser>;
  /** A file of a new owner, submitted. */
  submittedFile(): Promise<string>;
  /** The same, found admissible and looking for its reviewers. */
  fileInAssignment(): Promise<string>;
  /** An invitation of the first reviewer. */
  invitedFile(): Promise<{ readonly id: string; readonly reviewId: string }>;
  /** In the hands of two reviewers of its own, because each has a load cap. */
  fileInEvaluation(): Promise<{
    readonly id: string;
    readonly reviewIds: readonly [string, string];
    readonly reviewers: readonly [Person, Person];
  }>;
  /** Both delivered; diverging ones wait for a third person. */
  evaluatedFile(second?: Parameters<typeof deliver>[3]): Promise<string>;
  fileInDeliberation(): Promise<string>;
  /** Everything that is stored of files, as text, to see that nothing was written. */
  storedState(): Promise<string>;
}

/** Starts a web with its people; each file has an owner of its own, because an organisation has one open file. */
export async function webWithCast(
  name: string,
  also: Partial<TestWeb['deps']> = {},
  clock?: Clock,
): Promise<WebWithCast> {
  const web = await testWeb(name, also, clock);
  const { deps } = web;
  const cast = await castOf(web);
  const browsers = new Map<string, Promise<Browser>>();
  let owners = 0;
  const draft = async () => {
    owners += 1;
    return filledDraft(deps, await web.person(`owner-${owners}`));
  };
  const submittedFile = async () => {
    const { id, owner } = await draft();
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    return id;
  };
  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(deps, id)).revision,
  });
  const fileInAssignment = async () => {
    const id = await submittedFile();
    await acceptApplication(deps, cast.officer, await at(id));
    return id;
  };
  const fileInEvaluation = async () => {
    const { id, owner } = await draft();
    const reviewers = [
      await web.person(`scorer-${owners}a`, 'reviewer'),
      await web.person(`scorer-${owners}b`, 'reviewer'),
    ] as const;
    const [first, second] = await advanceToEvaluation(deps, { ...cast, reviewers }, id, owner);
    return { id, reviewIds: [requireVisible(first), requireVisible(second)] as const, reviewers };
  };
  const evaluatedFile: WebWithCast['evaluatedFile'] = async (second = specimen.reviews[1]) => {
    const { id, reviewIds, reviewers } = await fileInEvaluation();
    await deliver(deps, reviewers[0], reviewIds[0], specimen.reviews[0]);
    await deliver(deps, reviewers[1], reviewIds[1], second);
    return id;
  };
  return {
    ...web,
    cast,
    browserOf: (person) => {
      const browser = browsers.get(person.id) ?? web.browser(person);
      browsers.set(person.id, browser);
      return browser;
    },
    submittedFile,
    fileInAssignment,
    invitedFile: async () => {
      const id = await fileInAssignment();
      const personId = cast.reviewers[0].id;
      return { id, reviewId: await inviteReviewer(deps, cast.officer, { applicationId: id, personId }) };
    },
    fileInEvaluation,
    evaluatedFile,
    fileInDeliberation: async () => {
      const id = await evaluatedFile();
      const draftOf = { draft: 'granted', reason: 'Les critères sont remplis.' } as const;
      await recommendApplication(deps, cast.rapporteur, { ...(await at(id)), ...draftOf });
      return id;
    },
    storedState: async () => {
      const { connection } = web;
      // Signing in is noted on a person's own chain: it is no part of a file.
      const files = ['applications', 'reviews', 'ties'].map((kind) => connection.collection(kind).find({}));
      const lines = connection.collection('records').find({ stream: { $not: /^people\// } });
      const people = connection.collection('people').find({}, { projection: { revision: 0, head: 0 } });
      const all = [...files, lines, people].map((cursor) => cursor.sort({ _id: 1 }).toArray());
      return JSON.stringify(await Promise.all(all));
    },
  };
}

/** Fills in the form of a page that is sent to `action` over what it holds, and sends it. */
export async function sendForm(
  browser: Browser,
  page: string,
  action: string,
  values: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const content = formOf((await browser.get(page)).text, action);
  return browser.send(action, 'form', new URLSearchParams({ ...content, ...values }).toString());
}

/** What a browser would send of a form; throws when the page has no form with that address. */
export function formOf(html: string, action: string): Record<string, string> {
  const form = parse(html)
    .querySelectorAll('form')
    .find((candidate) => candidate.getAttribute('action') === action);
  if (!form) throw new Error(`there is no form for ${action}`);
  const inputs = form
    .querySelectorAll('input')
    .filter(
      (input) => !/radio|checkbox/.test(input.getAttribute('type') ?? '') || input.hasAttribute('checked'),
    )
    .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']);
  const texts = form
    .querySelectorAll('textarea')
    .map((area) => [area.getAttribute('name') ?? '', area.textContent]);
  const lists = form
    .querySelectorAll('select')
    .map((list) => [
      list.getAttribute('name') ?? '',
      list.querySelector('option[selected]')?.getAttribute('value') ?? '',
    ]);
  return Object.fromEntries([...inputs, ...texts, ...lists]);
}
