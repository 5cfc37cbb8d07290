import { createHash } from 'node:crypto';
import { type Cast, castOf } from '../support/applicationSteps.ts';
import { issueLabel } from '../support/issueLabel.ts';
import { type TestWeb, testWeb } from '../support/web.ts';
import { type Broken, brokenMailer } from './breaks.ts';
import { KnownItems } from './known.ts';
import { LetterBox } from './letterBox.ts';
import type { Stage } from './move.ts';
import { type Fate, startProcess } from './process.ts';
import { enrolStaff } from './staff.ts';

export const dayMs = 86_400_000;
const yearMs = 365.25 * dayMs;
/** From the first label of the beginning to the last: so that they do not all end at once. */
const spreadMs = 480 * dayMs;
/** States of a label that somebody holds, whether it is valid or not. */
const held: readonly string[] = ['active', 'extended', 'suspended', 'withdrawalPending'];

/** How much is lived: labels at the beginning, and years that pass. */
export interface Extent {
  readonly labels: number;
  readonly years: number;
}

/** A service with everyone who uses it, whose time the simulation moves. */
export interface World {
  readonly web: TestWeb;
  readonly known: KnownItems;
  readonly letters: LetterBox;
  /** What went wrong where nobody sees it. */
  readonly faults: string[];
  /** Another process of the service. */
  readonly stage: (fate?: Fate) => Stage;
  readonly now: () => Date;
  /** Until when the clock has done what was due, as an ISO instant. */
  readonly struckAt: () => string;
  /** Years for which labels have been held so far. */
  readonly labelYears: () => number;
  /** Milliseconds that its life let pass so far. */
  readonly passed: () => number;
  readonly isOver: () => boolean;
  /** Looks at something without the time passing that its pages need: which of them are asked for depends on the machine. */
  readonly meanwhile: <T>(look: () => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** Opens one, with its staff and with holders of labels; the same for one seed. */
export async function openWorld(seed: string, { labels, years }: Extent, broken: Broken): Promise<World> {
  const { badges } = broken;
  const web = await testWeb('simulation', badges && { badges });
  const known = new KnownItems(web.connection, web.deps.clock);
  const letters = new LetterBox();
  const faults: string[] = [];
  let struckAt = new Date(0).toISOString();
  let [secrets, newcomers, lived, passed] = [0, 0, 0, 0];
  const secret = () => {
    secrets += 1;
    // It decides by lot who is visited: drawn by chance, no life could be lived again.
    return createHash('sha256').update(`${seed}:${secrets}`).digest('base64url');
  };
  const mailer = brokenMailer(letters.behind(web.deps.mailer), broken);
  const deps = { ...web.deps, mailer, ids: { ...web.deps.ids, secret } };
  const pass = (ms: number) => {
    lived += known.all('labels').filter(({ state }) => held.includes(state)).length * ms;
    passed += ms;
    web.setClock(new Date(deps.clock.now().getTime() + ms).toISOString());
  };
  const struck = (at: Date) => {
    struckAt = at.toISOString();
  };
  const newcomer = () => {
    newcomers += 1;
    return web.person(`applicant-${newcomers}`);
  };
  const cast = await castOf(web);
  const staff = await enrolStaff(web, cast, labels);
  const stage = (fate?: Fate): Stage => ({
    ...startProcess({ connection: web.connection, deps, faults, struck, broken }, fate),
    ...{ staff, known, newcomer, pass },
  });
  await begin({ ...web, ...stage(), deps }, cast, labels);
  passed = 0;
  return {
    ...{ web, known, letters, faults, stage },
    now: () => deps.clock.now(),
    struckAt: () => struckAt,
    labelYears: () => lived / yearMs,
    passed: () => passed,
    isOver: () => passed >= years * yearMs,
    meanwhile: async (look) => {
      const at = deps.clock.now().toISOString();
      try {
        return await look();
      } finally {
        web.setClock(at);
      }
    },
    stop: web.stop,
  };

  async function begin(service: TestWeb & Stage, people: Cast, count: number): Promise<void> {
    for (let i = 1; i <= count; i += 1) {
      await issueLabel(service, people, `holder-${i}`);
      pass(Math.floor(spreadMs / count));
      await service.strike('clock');
      await service.work();
    }
  }
}
