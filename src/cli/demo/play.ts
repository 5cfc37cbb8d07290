import { setTimeout as pause } from 'node:timers/promises';
import { signer, specimenPeople } from '../../profile/specimenPeople.ts';
import { apply } from './apply.ts';
import { decide, handle, invite, recommend } from './decide.ts';
import { home, linksTo, type Say, sendOffered } from './pageParts.ts';
import { review } from './review.ts';
import { approve, convene, preside, vote } from './session.ts';
import { signedIn } from './signedIn.ts';
import { readSpecimen } from './specimen.ts';
import type { Visitor } from './visitor.ts';

/** Looks in a row that find nothing to do: the workers make the certificate meanwhile. */
const maxIdle = 120;
/** Longer each time up to this: every look opens pages of everybody, which are counted. */
const idleMs = { first: 100, most: 2000 };
const { names } = specimenPeople;

/**
 * Plays everyone's part over HTTP until the specimen has its label; gives its number. Each step looks at what the pages
 * offer now, so that a demonstration cut off at any moment goes on from there.
 */
export async function play(origin: string, say: (who: string, line: string) => void): Promise<string> {
  const specimen = readSpecimen();
  const as = (who: string): Say => say.bind(null, who);
  const enter = (name: string) => signedIn(origin, `${name}@specimen.example`);
  const owner = await enter('owner');
  const address = await apply(owner, specimen, as('applicant'));
  const number = address.split('/').at(-1) ?? '';
  const file = `${home}/files/${number}`;

  const officer = await enter('officer');
  const reviewers = [await enter('reviewer-1'), await enter('reviewer-2')];
  const rapporteur = await enter('rapporteur');
  const chair = await enter('chair');
  const members = [chair, await enter('member-1'), await enter('member-2')];
  const [, second = chair] = members;
  const steps: readonly (() => Promise<boolean>)[] = [
    () => handle(officer, file, as('office')),
    ...reviewers.map((one, i) => () => review(one, specimen.reviews[i] ?? {}, as(`reviewer ${i + 1}`))),
    ...reviewers.map((_, i) => () => invite(officer, file, `${names.reviewer} ${i + 1}`, as('office'))),
    () => recommend(rapporteur, file, as('rapporteur')),
    () => convene(officer, number, as('office')),
    ...members.map((member, i) => () => vote(member, number, as(`committee ${i + 1}`))),
    () => decide(chair, number, as('chair')),
    () => preside(chair, number, as('chair')),
    ...[chair, second].map((member) => () => approve(member, number, as('committee'))),
    () => sign(owner, address, as('applicant')),
  ];
  for (let idle = 0; idle < maxIdle; ) {
    const [label] = linksTo(await owner.open(address), `${home}/labels/`);
    if (label) return label.split('/').at(-1) ?? '';
    if (await takeAll(steps)) {
      idle = 0;
    } else {
      idle += 1;
      if (idle % 10 === 1) as('service')('the workers make what is next: certificate, badge and register');
      await pause(Math.min(idleMs.most, idleMs.first * idle));
    }
  }
  throw new Error(`${address} does not move: nobody's pages offer a next step`);
}

/** Everyone in turn does what they can: whoever begins anew after each step looks at the same pages again and again. */
async function takeAll(steps: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  let taken = false;
  for (const step of steps) taken = (await step()) || taken;
  return taken;
}

async function sign(owner: Visitor, address: string, say: Say): Promise<boolean> {
  const values = { name: signer, role: names.chair, agreed: 'yes' };
  return sendOffered(owner, await owner.open(address), '/sign', () => say('agreement signed'), values);
}
