import { createPrivateKey } from 'node:crypto';
import { expect } from 'chai';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { readSeal, type SealReading } from '../../../src/issuing/seal/readSeal.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { timestampFrom } from '../../../src/issuing/seal/timestamp.ts';
import {
  type Conduct,
  openTimeAuthority,
  type TimeAuthority,
} from '../../support/authority/timeAuthority.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

const from = new Date('2026-11-01T00:00:00.000Z');
const until = new Date('2028-11-01T00:00:00.000Z');
const confirmedAt = '2026-11-24T09:00:07.000Z';

describe('issuing/seal/timestamp', () => {
  let seal: SealKey;
  let time: SealKey;
  let timeRoot: string;
  let authority: TimeAuthority;
  let certifier: Parameters<typeof certifyKey>[1];
  const servers: TimeAuthority[] = [];
  before(async () => {
    [seal, time] = await Promise.all([demoAuthority(from), demoAuthority(from)]);
    certifier = { name: 'Specimen root of time', key: createPrivateKey(time.key) };
    timeRoot = certifyKey({ ...certifier, usage: 'certifying', from, until }, certifier);
    authority = await open([objectIds.timeStamping]);
  });
  after(async () => {
    for (const server of servers) await server.close();
  });
  afterEach(() => {
    authority.conduct = {};
  });

  /** An authority whose certificate is for the purposes. */
  async function open(purposes: readonly string[], at = confirmedAt): Promise<TimeAuthority> {
    const named = { name: 'Specimen authority of time', key: certifier.key, usage: 'sealing' } as const;
    const certificate = certifyKey({ ...named, purposes, from, until }, certifier);
    const opened = await openTimeAuthority({ key: time.key, certificate }, new Date(at));
    servers.push(opened);
    return opened;
  }

  const sealed = async (url = authority.url): Promise<Buffer> => {
    const sealer = await openSealer(seal, new Date(sealedAt), { timestamp: timestampFrom(url) });
    return sealPdf(await smallPdf({ fields: [{ timestamped: true }] }), sealer);
  };
  const read = async (file: Buffer, timeAnchors: readonly string[]): Promise<SealReading | null> =>
    readSeal(file, seal.chain.slice(-1), timeAnchors);
  const failure = async (conduct: Conduct, url = authority.url): Promise<string> => {
    authority.conduct = conduct;
    return sealed(url).then(
      () => 'sealed',
      (error: Error) => error.message,
    );
  };

  it('gives up on an authority that refuses, answers garbage or answers another request', async () => {
    expect(await failure({ status: 2, withoutToken: true })).match(/refused \(status 2\)/u);
    expect(await failure({ status: 2 })).match(/refused \(status 2\)/u);
    expect(await failure({ withoutToken: true })).match(/refused \(status 0\)/u);
    expect(await failure({ http: 503 })).match(/cannot be reached/u);
    expect(await failure({ body: Buffer.from('specimen') })).match(/no answer that can be read/u);
    expect(await failure({ body: Buffer.alloc(70_000) })).match(/without end/u);
    expect(await failure({ nonce: Buffer.of(0x4d, 1) })).match(/another question/u);
    expect(await failure({ nonce: null })).match(/another question/u);
    expect(await failure({ digest: Buffer.alloc(32) })).match(/does not hold/u);
    expect(await failure({ spoilt: true })).match(/does not hold/u);
    expect(await failure({ contentType: objectIds.data })).match(/does not hold/u);
  });

  it('gives up on an authority that is down, redirects or is not for time-stamping', async () => {
    const gone = await open([objectIds.timeStamping]);
    servers.pop();
    await gone.close();
    expect(await failure({}, gone.url)).match(/cannot be reached/u);
    expect(await failure({ http: 303 })).match(/cannot be reached/u);
    expect(await failure({}, (await open([])).url)).match(/does not hold/u);
    const both = await open([objectIds.timeStamping, '1.3.6.1.5.5.7.3.1']);
    expect(await failure({}, both.url)).match(/does not hold/u);
  });

  it('seals with the time that an authority confirms', async () => {
    expect(await read(await sealed(), [timeRoot])).deep.equal({
      valid: true,
      coversWholeFile: true,
      trusted: true,
      untimely: false,
      signer: 'Specimen – Made in ESS seal',
      at: confirmedAt,
      timestamped: true,
    });
  });

  it('accepts an answer granted with changes', async () => {
    expect(await failure({ status: 1 })).equal('sealed');
  });

  it('ignores the time of an authority without an anchor', async () => {
    const file = await sealed();
    const claimed = { valid: true, trusted: true, at: sealedAt, timestamped: false };
    expect(await read(file, [])).include(claimed);
    expect(await readSeal(file, seal.chain.slice(-1))).include(claimed);
  });

  it('gives up on an authority whose certificate has ended: such a time proves nothing', async () => {
    const late = await open([objectIds.timeStamping], '2028-11-01T00:00:01.000Z');
    expect(await failure({}, late.url)).match(/is valid from .* to Nov +1 00:00:00 2028 GMT only/u);
  });

  it('ignores a time outside the validity of what the authority leads to', async () => {
    const ended = { ...certifier, usage: 'certifying', from, until: new Date(sealedAt) } as const;
    const root = certifyKey(ended, certifier);
    expect(await read(await sealed(), [root])).include({ at: sealedAt, timestamped: false });
  });

  it('judges the seal at the confirmed time, not at the claimed one', async () => {
    const late = await open([objectIds.timeStamping], '2026-11-01T00:00:00.000Z');
    expect(await read(await sealed(late.url), [timeRoot])).include({ trusted: true });
    const before = new Date('2026-11-10T00:00:00.000Z');
    const key = createPrivateKey(seal.key);
    const short = { name: 'Specimen', key, usage: 'sealing', from, until: before } as const;
    const chain = [certifyKey(short, certifier), timeRoot];
    const sealer = await openSealer({ ...seal, chain }, from, { timestamp: timestampFrom(authority.url) });
    const backdated = [{ at: '2026-11-02T00:00:00.000Z', timestamped: true }];
    const file = await sealPdf(await smallPdf({ fields: backdated }), sealer);
    expect(await readSeal(file, [timeRoot])).include({ valid: true, trusted: false, at: confirmedAt });
  });

  it('rejects the token of another document', async () => {
    const sealer = await openSealer(seal, new Date(sealedAt));
    let kept: Uint8Array | undefined;
    const ask = timestampFrom(authority.url);
    const timestamp = async (digest: Uint8Array) => {
      kept ??= await ask(digest);
      return kept;
    };
    const place = { timestamped: true };
    await sealPdf(await smallPdf({ fields: [place] }), { ...sealer, timestamp });
    const second = await smallPdf({ fields: [{ ...place, place: 'Lausanne' }] });
    const file = await sealPdf(second, { ...sealer, timestamp });
    expect(await read(file, [timeRoot])).include({ valid: true, at: sealedAt, timestamped: false });
  });
});
