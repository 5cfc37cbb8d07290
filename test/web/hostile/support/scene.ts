import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../../../../src/boot/createHttpServer.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { type AccessWeb, accessWeb } from '../../../support/access.ts';
import { filledDraft } from '../../../support/applicationSteps.ts';
import { codeFor } from '../../../support/servers/signInLetter.ts';
import { type Answer, exchange } from './exchange.ts';
import { type Message, type Sender, senders, type Values } from './message.ts';
import { openVisitor, type Visitor } from './visitor.ts';
import { write } from './write.ts';

/** The service on a port, with people in it and files of theirs, as those see it who mean harm. */
export interface Scene {
  readonly web: AccessWeb;
  readonly port: number;
  /** Names of things that stand in requests: `§own` is the applicant's file, `§theirs` a file of others. */
  readonly values: Values;
  /** Cookies and token of each sender. */
  readonly sessions: Readonly<Record<Sender, Values>>;
  /** A new browser; with another's cookies when they are given. */
  visitor(cookie?: string): Visitor;
  /** Signs a browser in by letter; gives it back. */
  enter(visitor: Visitor, email: string): Promise<Visitor>;
  /** Sends it; `prepared` are the values that its preparation made. */
  send(message: Message, prepared?: Values): Promise<Answer>;
  /** A digest for each collection that no request of ours may write to. */
  stored(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** Addresses of the people who send requests; the first visitor has none. */
const emails: Readonly<Record<Exclude<Sender, 'visitor'>, string>> = {
  applicant: 'applicant@specimen.example',
  neighbour: 'neighbour@specimen.example',
  stranger: 'stranger@specimen.example',
  reviewer: 'scorer-1a@specimen.example',
  otherReviewer: 'other-reviewer@specimen.example',
  officer: 'officer@specimen.example',
  tiedOfficer: 'tied-officer@specimen.example',
  member: 'member-1@specimen.example',
  administrator: 'administrator@specimen.example',
};

/** Starts it: a file in evaluation, one in deliberation, and a draft each of the applicant and of a neighbour. */
export async function openScene(name: string): Promise<Scene> {
  const web = await accessWeb(name);
  const { deps } = web;
  const own = await filledDraft(deps, await web.person('applicant'));
  const theirs = await filledDraft(deps, await web.person('neighbour'));
  const { port, close } = await listen(web.server);
  const { host } = new URL(deps.publicUrl);
  const visitor = (cookie?: string) => openVisitor(port, host, cookie);
  const enter = async (browser: Visitor, email: string) => {
    await browser.get('/fr/sign-in');
    await browser.post('/fr/sign-in', { email });
    await browser.post('/fr/sign-in/code', { code: codeFor(web.letters, email) });
    await browser.get('/fr/account');
    return browser;
  };
  const sessions = {} as Record<Sender, Values>;
  for (const sender of senders) {
    const browser = visitor();
    if (sender === 'visitor') await browser.get('/fr/sign-in');
    else await enter(browser, emails[sender]);
    sessions[sender] = browser.values();
  }
  const organisationOf = (of: typeof own) => requireVisible(of.owner.memberships[0]).organisationId;
  const offerOf = async (id: string) =>
    requireVisible((await deps.store.selfAssessment(id))?.offersNamed[0]).id;
  const values: Values = {
    host,
    port: String(port),
    own: own.id,
    ownOrganisation: organisationOf(own),
    ownOffer: await offerOf(own.id),
    theirs: theirs.id,
    theirOrganisation: organisationOf(theirs),
    theirOffer: await offerOf(theirs.id),
    evaluation: web.value('/fr/files/', 'id'),
    deliberation: web.value('/fr/committee/', 'id'),
    review: web.value('/fr/review/', 'reviewId'),
    officerId: requireVisible(await deps.store.personByEmail(emails.officer)).id,
  };
  return {
    web,
    port,
    values,
    sessions,
    visitor,
    enter,
    send: async (message, prepared = {}) =>
      exchange(port, await write(message, { ...values, ...sessions[message.as], ...prepared })),
    stored: () => stored(web),
    stop: async () => {
      await close();
      await web.stop();
    },
  };
}

/** A listener behind the server that the service runs with, which closes connections as soon as they are idle. */
async function listen(listener: RequestListener): Promise<{ port: number; close(): Promise<void> }> {
  const server = createHttpServer(listener, { keepAliveTimeout: 50 }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sessions, sign-ins and limits are what a request leaves behind whoever sends it. */
const passing = /^(?:sessions|signIns|limits)$/;

async function stored({ connection, letters }: AccessWeb): Promise<Record<string, string>> {
  const { collections } = requireVisible(await connection.db?.command({ dbHash: 1 })) as {
    collections: Values;
  };
  const kept = Object.entries(collections).filter(([name]) => !passing.test(name));
  return { ...Object.fromEntries(kept), letters: String(letters.length) };
}
