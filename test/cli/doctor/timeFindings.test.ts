import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { linesOf } from '../../../src/cli/doctor/finding.ts';
import { timeFindings } from '../../../src/cli/doctor/timeFindings.ts';
import type { Issuing } from '../../../src/commands/ports/issuingPorts.ts';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { openAuthority, type TestAuthority } from '../../support/authority/openAuthority.ts';
import { testFolder } from '../../support/run/folders.ts';

const begin = new Date(Date.now() - 86_400_000);
const end = new Date(Date.now() + 86_400_000);

describe('made-in-ess doctor, of time and what authorities say of certificates', () => {
  const all: TestAuthority[] = [];
  let keysDir: string;
  before(async () => {
    for (const answers of [false, true]) {
      const authority = await openAuthority(begin, `Specimen authority ${all.length}`, { answers });
      const purposes = [objectIds.timeStamping];
      authority.timeBy(authority.certify({ name: 'Specimen clock', from: begin, until: end, purposes }));
      authority.time.time = new Date();
      all.push(authority);
    }
  });
  after(() => Promise.all(all.map(({ time }) => time.close())));
  beforeEach(async () => {
    keysDir = await testFolder();
  });

  /** What is found with one of the authorities, whose root stands in `time.pem` unless another one does. */
  const found = async (n: number, { pem = all[n]?.root, seal = sealOf(n), url = all[n]?.time.url } = {}) => {
    await writeFile(join(keysDir, 'time.pem'), pem ?? '');
    const keys = async () => ({ anchor: seal, anchorIssuers: [all[n]?.root] });
    const issuing = { keys } as unknown as Pick<Issuing, 'keys'>;
    const lines: string[] = [];
    for await (const one of timeFindings({ config: { keysDir }, timestampUrl: url ?? '', issuing }))
      lines.push(linesOf(one).join(' '));
    return lines;
  };
  const sealOf = (n: number) =>
    all[n]?.certify({ name: 'Specimen seal', from: begin, until: end }).certificate;

  const well = [/^✓ Time-stamping: It answers\.$/, /^✓ Revocation: Authorities say of each certificate/];
  for (const [n, how] of ['lists', 'answers (OCSP)'].entries()) {
    it(`finds nothing where authorities give ${how}`, async () => {
      const lines = await found(n);
      expect(lines).to.have.length(well.length);
      for (const [i, line] of well.entries()) expect(lines[i]).to.match(line);
    });
  }

  it('says when the time is by nobody of time.pem, and when no time is given', async () => {
    const other = await found(0, { pem: all[1]?.root });
    expect(other[0]).to.match(
      /^✗ Time-stamping: .* CN=Specimen authority 0, which chains to none .* → Add the/,
    );
    const down = await found(0, { url: 'http://127.0.0.1:9' });
    expect(down[0]).to.match(/^✗ Time-stamping: It does not answer .* → Check TIMESTAMP_URL/);
    expect(down[1]).to.match(well[1] as RegExp);
  });

  for (const [n, path, says] of [
    [0, '/root.crl', /no list of revoked certificates that holds for/],
    [1, '/status', /no answer that holds for/],
  ] as const) {
    it(`says when nothing that holds is at ${path}`, async () => {
      const { lies } = (all[n] as TestAuthority).time;
      const right = lies.get(path);
      lies.delete(path);
      const [, line] = await found(n);
      if (right) lies.set(path, right);
      expect(line)
        .to.match(/^✗ Revocation: It is not available: .* → Check whether this machine/)
        .and.match(says);
    });
  }

  it('says when a certificate names neither', async () => {
    const [key, authority] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    if (!key || !authority) throw new Error('no keys');
    const seal = certifyKey(
      { name: 'Silent seal', key, usage: 'sealing', from: begin, until: end },
      { name: 'Silent authority', key: authority },
    );
    const [, line] = await found(0, { seal });
    expect(line).to.match(/^! Revocation: CN=Silent seal names neither .* \(OCSP\)/);
  });
});
