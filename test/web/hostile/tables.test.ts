// Tier: all. Budget: 47 s.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { complaints } from './support/complaints.ts';
import type { Row } from './support/row.ts';
import { openScene, type Scene } from './support/scene.ts';
import { codes } from './tables/codes.ts';
import { files } from './tables/files.ts';
import { hosts } from './tables/hosts.ts';
import { letters } from './tables/letters.ts';
import { lookingUp } from './tables/lookingUp.ts';
import { methods } from './tables/methods.ts';
import { openData } from './tables/openData.ts';
import { operators } from './tables/operators.ts';
import { others, othersIds } from './tables/others.ts';
import { paths } from './tables/paths.ts';
import { pollution } from './tables/pollution.ts';
import { redirects } from './tables/redirects.ts';
import { reporting } from './tables/reporting.ts';
import { searching } from './tables/searching.ts';
import { sessions } from './tables/sessions.ts';
import { sizes } from './tables/sizes.ts';
import { tokens } from './tables/tokens.ts';
import { verifying } from './tables/verifying.ts';
import { wire } from './tables/wire.ts';

/** Every table by what is in it. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  'operators of a database': operators,
  'prototypes and doubled fields': pollution,
  'addresses that lead elsewhere': paths,
  'more than a page sends': sizes,
  'forged tokens': tokens,
  'sessions of others': sessions,
  'codes and links of others': codes,
  'letters that look like others': letters,
  'ways to another site': redirects,
  'other hosts': hosts,
  'other methods and kinds of bodies': methods,
  'broken HTTP': wire,
  'ids of others': othersIds,
  'files to be checked': verifying,
  'searches of the register': searching,
  'open data': openData,
  'numbers to be looked up': lookingUp,
  'reports of misuse': reporting,
  files,
};

describe('hostile requests', () => {
  let scene: Scene;
  const sentBefore = new Set<Row>();
  before(async () => {
    scene = await openScene('hostile');
  });
  after(() => scene.stop());

  /** Sends rows one after the other and complains of their answers; what a row prepares is no writing of its request. */
  async function sent(rows: readonly Row[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const row of rows) {
      sentBefore.add(row);
      const prepared = await row.prepare?.(scene);
      const before = prepared && (await scene.stored());
      wrong.push(...complaints(row, await scene.send(row, prepared)).map((what) => `${row.name}: ${what}`));
      if (before) wrong.push(...written(before, await scene.stored()).map((what) => `${row.name}: ${what}`));
      wrong.push(
        ...scene.web.logged
          .splice(0)
          .map(({ message, data }) => `${row.name}: ${message} ${JSON.stringify(data)}`),
      );
    }
    return wrong;
  }

  for (const [what, rows] of Object.entries(tables)) {
    it(`get a 4xx and write nothing: ${what} (${rows.length})`, () => allRefused(rows));
  }

  it('get a 4xx and write nothing: ids of others in every form', () => allRefused(others(scene.web.deps)));

  async function allRefused(rows: readonly Row[]): Promise<void> {
    const plain = rows.filter(({ prepare }) => !prepare);
    const before = await scene.stored();
    expect(await sent(plain)).to.deep.equal([]);
    expect(written(before, await scene.stored())).to.deep.equal([]);
    expect(await sent(rows.filter(({ prepare }) => prepare))).to.deep.equal([]);
    expect((await scene.visitor().get('/fr')).status, 'and the service goes on').to.equal(200);
  }

  it('are more than three hundred, each with a unique name', () => {
    const all = [...Object.values(tables).flat(), ...others(scene.web.deps)];
    const refused = all.filter(({ status }) => [status].flat().every((one) => one >= 400 && one < 500));
    expect(refused.length).to.be.greaterThan(300);
    expect(all.filter((row) => !refused.includes(row) && row.because === undefined)).to.deep.equal([]);
    const names = all.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).to.deep.equal([]);
  });

  it('leak no memory when all of them are repeated', async () => {
    // Of the files, those that burst: each starts a thread of its own, whose memory goes with it.
    const rows = Object.values({ ...tables, files: files.filter(({ name }) => /unpacks|pixels/.test(name)) })
      .flat()
      .filter(({ prepare }) => !prepare);
    // What is loaded and kept at a first time is no leak.
    await sent(rows.filter((row) => !sentBefore.has(row)));
    const before = await held();
    await sent(rows);
    expect((await held()) / before).to.be.lessThan(1.05);
  });
});

/** Collections whose content is another one. */
function written(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `writes to ${name}`);
}

/** Bytes that are still in use once all garbage is gone. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 3; i += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
