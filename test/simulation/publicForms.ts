import type { Label } from '../../src/commands/items/items.ts';
import { dayOf } from '../../src/register/day.ts';
import { json, row } from '../support/publicForms/data.ts';
import { badge, credential } from '../support/publicForms/issued.ts';
import { labelPage } from '../support/publicForms/pages.ts';
import { faultsIn, faultsOf, unissued } from '../support/publicForms/said.ts';
import { shownOf } from '../support/publicForms/shown.ts';
import type { Browser } from '../support/web.ts';
import type { News } from './known.ts';
import type { World } from './world.ts';

/** Turns after which a label is looked at that nothing happened to, because time passes. */
const every = 4;

/** Those that are looked at after each turn; a table over all of them is `test/web/register/publicForms.test.ts`. */
const compared = [labelPage('fr'), json, badge, row, credential];

/** Compares public forms of a label with what its machine says: page, JSON, badge, credential, register and status lists. */
export class PublicForms {
  private readonly world: World;
  private readonly browser: Promise<Browser>;
  private turn = 0;
  /** Streams of the labels whose status lists are still to be published. */
  private unpublished: readonly string[] = [];

  constructor(world: World) {
    this.world = world;
    this.browser = world.web.browser();
  }

  /** Faults of the labels that news are about or whose status lists were published, and now and then of another one in turn. */
  async faults({ streams }: News): Promise<readonly string[]> {
    const all = this.world.known.all('labels');
    this.turn += 1;
    const another = this.turn % every === 0 ? all[(this.turn / every) % all.length] : undefined;
    const changed = [...streams, ...(await this.publishedNow())];
    const touched = all.filter((label) => label === another || changed.includes(`labels/${label.id}`));
    return (await Promise.all(touched.map((label) => this.faultsOf(label)))).flat();
  }

  /** Faults of every label that there is. */
  async allFaults(): Promise<readonly string[]> {
    return (await Promise.all(this.world.known.all('labels').map((label) => this.faultsOf(label)))).flat();
  }

  /** Streams of the labels whose status lists were published since it last looked. */
  private async publishedNow(): Promise<readonly string[]> {
    const before = this.unpublished;
    const waiting = { handler: 'publishStatus', state: 'waiting' };
    const jobs = this.world.web.connection.collection<{ readonly stream: string }>('jobs');
    this.unpublished = await jobs.distinct('stream', waiting);
    return before.filter((stream) => !this.unpublished.includes(stream));
  }

  private async faultsOf(label: Label): Promise<string[]> {
    const visitor = await this.browser;
    const shown = shownOf(label, dayOf(this.world.now().toISOString()));
    return shown === null
      ? faultsIn(label, await unissued(visitor, label.id))
      : faultsOf(compared, { web: this.world.web, visitor, label, shown });
  }
}
