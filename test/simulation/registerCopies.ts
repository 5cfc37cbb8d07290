import { parse } from 'csv-parse/sync';
import { dayOf } from '../../src/register/day.ts';
import { shownOf } from '../support/publicForms/shown.ts';
import type { Browser } from '../support/web.ts';
import type { World } from './world.ts';

/** A label as a copy of the register has it. */
interface Copied {
  readonly number: string;
  readonly status: string;
}

/** Compares what others hold of the register with what the machines say: a copy that follows its changes, its list, and its file. */
export class RegisterCopies {
  private readonly world: World;
  private readonly followed = new Map<string, Copied>();
  private cursor = '';

  constructor(world: World) {
    this.world = world;
  }

  async faults(): Promise<readonly string[]> {
    const browser = await this.world.web.browser();
    const forms = {
      changes: await this.follow(browser),
      list: await listed(browser),
      file: await filed(browser),
    };
    const today = dayOf(this.world.now().toISOString());
    return this.world.known.all('labels').flatMap((label) => {
      const should = shownOf(label, today)?.status ?? null;
      return Object.entries(forms).flatMap(([form, copies]) => {
        // A day that passed is no change: who follows knows the dates.
        const is = copies.find(({ number }) => number === label.id)?.status ?? null;
        return is === should || (form === 'changes' && should === 'expired' && label.state === 'active')
          ? []
          : [
              `4: ${label.id} is ${label.state}, and the ${form} of the register says ${is} instead of ${should}`,
            ];
      });
    });
  }

  /** What is known by following the changes since the last look. */
  private async follow(browser: Browser): Promise<readonly Copied[]> {
    for (let more = true; more; ) {
      const { body } = await browser.get(`/api/v1/changes${this.cursor && `?since=${this.cursor}`}`);
      for (const label of body.changes) this.followed.set(label.number, label);
      this.cursor = String(body.next);
      more = body.more;
    }
    return [...this.followed.values()];
  }
}

async function listed(browser: Browser): Promise<readonly Copied[]> {
  const all: Copied[] = [];
  for (let next: string | null = '/api/v1/labels'; next !== null; ) {
    const { body } = await browser.get(next);
    all.push(...body.labels);
    next = body.next === null ? null : `${new URL(body.next).pathname}${new URL(body.next).search}`;
  }
  return all;
}

async function filed(browser: Browser): Promise<readonly Copied[]> {
  const { text } = await browser.get('/api/v1/register.csv');
  return parse(text, { columns: true, bom: true });
}
