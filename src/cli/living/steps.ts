import { acceptApplication } from '../../commands/application/screening/screenApplication.ts';
import { announceDecision } from '../../commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import { agreementDigest } from '../../commands/items/agreementText.ts';
import type { Application } from '../../commands/items/items.ts';
import { signAgreement } from '../../commands/label/signAgreement.ts';
import { staffApplication } from '../../commands/review/assignment/staffApplication.ts';
import { bindingLanguage } from '../../profile/profile.ts';
import { signer, specimenPeople } from '../../profile/specimenPeople.ts';
import { fill, submit } from './fill.ts';
import { type LivingOrganisation, said } from './organisations.ts';
import { deliver, invite, type Otherwise, reviewers } from './reviewing.ts';
import { approve, type Decided, decide } from './sitting.ts';
import { fileAt, type Stage } from './stage.ts';

/** What a file is, beside its organisation: how its reviewers see it, and what the committee makes of it. */
export interface Course {
  readonly key: string;
  readonly organisation: LivingOrganisation;
  readonly otherwise?: readonly Otherwise[];
  readonly decided?: Decided;
}

interface Timed extends Course {
  readonly until: Application['state'];
  readonly days: number;
  readonly pace: number;
}

type Step = (stage: Stage, file: Application, course: Course) => Promise<void>;

const granted: Decided = { outcome: 'granted', reason: said.granted };

/** From each state to the next on the way to a label, by everyone whose turn it is; in the order in which a file comes through them. */
const steps = {
  draft: async (stage, file, { key, organisation }) => {
    const owner = await stage.person(key);
    await fill(stage, owner, file, organisation);
    await submit(stage, owner, file);
  },
  screening: async (stage, file) => {
    await acceptApplication(stage.deps, await stage.person('officer'), await fileAt(stage, file));
  },
  assignment: async (stage, file) => {
    for (const name of reviewers) await invite(stage, file, name, true);
    await staffApplication(stage.deps, await stage.person('officer'), await fileAt(stage, file));
  },
  evaluation: async (stage, file, { otherwise = [] }) => {
    for (const [i, name] of reviewers.entries()) await deliver(stage, file, name, otherwise[i]);
  },
  recommendation: async (stage, file, { decided = granted }) => {
    const { outcome: draft, reason } = decided;
    const rapporteur = await stage.person('rapporteur');
    await recommendApplication(stage.deps, rapporteur, { ...(await fileAt(stage, file)), draft, reason });
  },
  deliberation: (stage, file, { decided = granted }) => decide(stage, file, decided),
  decided: async (stage, file) => {
    await approve(stage, file);
    await announceDecision(stage.deps, await stage.person('officer'), await fileAt(stage, file));
  },
  agreement: async (stage, file, { key }) => {
    const { deps } = stage;
    const textDigest = agreementDigest(deps.agreement, bindingLanguage);
    const signed = {
      language: bindingLanguage,
      textDigest,
      ...{ name: signer, role: specimenPeople.names.chair },
    } as const;
    await signAgreement(deps, await stage.person(key), { ...(await fileAt(stage, file)), ...signed });
  },
} as const satisfies Partial<Record<Application['state'], Step>>;

const way = Object.keys(steps) as (keyof typeof steps)[];

/** Leads a file on until it is in a state, a step on each of as many days; the first step was so many days ago. */
export async function advance(
  stage: Stage,
  file: Application,
  { until, days, pace, ...course }: Timed,
): Promise<Application> {
  for (;;) {
    const now = requireVisible(await stage.deps.store.application(file.id));
    const state = way.find((one) => one === now.state);
    if (now.state === until || state === undefined) return now;
    stage.clock.putBefore(Math.max(0, days - way.indexOf(state) * pace));
    await steps[state](stage, now, course);
    await stage.settle();
  }
}
