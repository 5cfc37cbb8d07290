import { gunzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import type { Label } from '../../src/commands/items/items.ts';
import { dayOf } from '../../src/register/day.ts';
import type { Browser } from '../support/web.ts';
import type { News } from './known.ts';
import { type Shown, shownOf } from './shown.ts';
import type { World } from './world.ts';

/** Labels that nothing happened to and that are looked at after each turn all the same, because time passes. */
const others = 1;

/** Compares every public form of a label with what its machine says: page, JSON, badge, credential, register and status lists. */
export class PublicForms {
  private readonly world: World;
  private readonly browser: Promise<Browser>;
  private turn = 0;

  constructor(world: World) {
    this.world = world;
    this.browser = world.web.browser();
  }

  /** Faults of the labels that news are about, and of some others in turn. */
  async faults({ streams }: News): Promise<readonly string[]> {
    const all = this.world.known.all('labels');
    const next = Array.from(
      { length: Math.min(others, all.length) },
      (_, i) => all[(this.turn + i) % all.length],
    );
    this.turn += others;
    const touched = all.filter((label) => next.includes(label) || streams.includes(`labels/${label.id}`));
    return (await Promise.all(touched.map((label) => this.faultsOf(label)))).flat();
  }

  /** Faults of every label that there is. */
  async allFaults(): Promise<readonly string[]> {
    return (await Promise.all(this.world.known.all('labels').map((label) => this.faultsOf(label)))).flat();
  }

  private async faultsOf(label: Label): Promise<string[]> {
    const shown = shownOf(label, dayOf(this.world.now().toISOString()));
    const said = shown === null ? await this.unknown(label) : await this.said(label, shown);
    return said.flatMap(([form, is, should]) =>
      is === should
        ? []
        : [`4: ${label.id} is ${label.state}, and its ${form} says ${is} instead of ${should}`],
    );
  }

  /** Nothing can be taken for a label before its certificate is there. */
  private async unknown({ id }: Label): Promise<Said[]> {
    const browser = await this.browser;
    const { status } = await browser.get(`/api/v1/labels/${id}`);
    return [['JSON', status, 404]];
  }

  private async said(label: Label, shown: Shown): Promise<Said[]> {
    const { id, context } = label;
    const browser = await this.browser;
    const page = parse((await browser.get(`/fr/labels/${id}`)).text);
    const verdict = page.querySelector('.verdict__word')?.text.trim() ?? '';
    const json = (await browser.get(`/api/v1/labels/${id}`)).body;
    const badge = (await browser.get(`/badges/${id}.svg?form=standard&language=fr&successor=no`)).body;
    const title = parse(String(badge)).querySelector('title')?.text ?? '';
    const row = await this.world.web.deps.store.entry(id);
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.text ?? '{}');
    return [
      ['page', verdict.startsWith(shown.word) ? shown.word : verdict, shown.word],
      ['page for search engines', data.certificationStatus?.endsWith('CertificationActive'), shown.valid],
      ['JSON', `${json.status} ${json.valid}`, `${shown.status} ${shown.valid}`],
      ['JSON until', json.valid ? json.until : shown.until, shown.until],
      ['badge', title.includes(`${id}\u00a0: ${shown.badge}`) || title, true],
      ['row', row?.state, label.state],
      ['row of standing', row?.standing, context.standing],
      ['row of revision', row?.revision, context.revision],
      ['row of period', `${row?.since} ${row?.until}`, `${context.since} ${context.until}`],
      ['row of successor', row?.successor ?? null, context.successor],
      [
        'row of offers',
        row?.offers.map((offer) => offer.id).join(),
        label.offers.map((offer) => offer.id).join(),
      ],
      [
        'row of history',
        row?.history.map(({ state }) => state).join(),
        label.history.map(({ state }) => state).join(),
      ],
      ...(await this.credentialOf(label, shown)),
    ];
  }

  /** The newest credential, and what the published status lists say of it once the workers have done their part. */
  private async credentialOf({ id, context, state }: Label, { revoked }: Shown): Promise<Said[]> {
    const browser = await this.browser;
    const credential = JSON.parse(String((await browser.get(`/credentials/${id}`)).text));
    const revision: Said = ['credential', String(credential.id).split('/').at(-1), String(context.revision)];
    if (await this.isToBePublished(id)) return [revision];
    const { statusListIndex, statusListCredential } = credential.credentialStatus;
    const { pathname } = new URL(String(statusListCredential));
    const isSet = async (path: string) => {
      const list = JSON.parse(String((await browser.get(path)).text));
      return bitAt(list.credentialSubject.encodedList, Number(statusListIndex));
    };
    const isRevoked = await isSet(pathname);
    const isSuspended = await isSet(pathname.replace('revocation', 'suspension'));
    return [
      revision,
      // What was revoked once stays so, whatever becomes of the label.
      ['status list of revocation', isRevoked, revoked ?? isRevoked],
      ['status list of suspension', isSuspended, ['suspended', 'withdrawalPending'].includes(state)],
    ];
  }

  private async isToBePublished(id: string): Promise<boolean> {
    const job = { stream: `labels/${id}`, handler: 'publishStatus', state: 'waiting' };
    return (await this.world.web.connection.collection('jobs').findOne(job)) !== null;
  }
}

/** What a form says, and what it should say. */
type Said = readonly [form: string, is: unknown, should: unknown];

/** Bitstring Status List, 3.3: the first bit is the highest of the first byte. */
function bitAt(encoded: string, index: number): boolean {
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  return ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}
