import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { MadeFile } from '../../../src/commands/ports/issuingPorts.ts';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { makeBadges } from '../../../src/issuing/badge/makeBadges.ts';
import { renderPng } from '../../../src/issuing/drawing/raster.ts';
import { badgeCase } from '../../golden/badgeCases.ts';
import { testFolder } from '../../support/run/folders.ts';

const data = badgeCase({ form: 'large' });
const credential = '{"name":"Label Made in ESS — Coopérative « L’Énergie »"}';

/** What a tool of the system says; throws what it complains of. */
function run(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stdout}${stderr}`);
  return stdout;
}

/** Skips a test on a machine without the tools. */
function need(test: Mocha.Context, ...tools: readonly string[]): void {
  if (tools.some((tool) => spawnSync(tool, ['--version']).error)) test.skip();
}

describe('issuing/badge, with system tools', () => {
  let made: readonly MadeFile[];
  let folder: string;
  before(async () => {
    folder = await testFolder();
    made = await makeBadges(data, credential, '2026-11-24T09:00:00.000Z');
  });

  const store = async ({ kind, width, bytes }: MadeFile): Promise<string> => {
    const path = join(folder, `${kind}-${width ?? ''}`);
    await writeFile(path, bytes);
    return path;
  };

  it('yields its credential unchanged through exiftool', async function () {
    need(this, 'exiftool');
    const pngs = made.filter(({ kind }) => kind === 'badgePng');
    expect(pngs).lengthOf(3);
    for (const png of pngs) {
      expect(run('exiftool', '-s3', '-Openbadgecredential', await store(png)).trim()).equal(credential);
    }
  });

  it('has a code that zbarimg reads, in every picture and on paper at 150 dpi', async function () {
    need(this, 'zbarimg', 'pdftoppm');
    const pictures = made.filter(({ kind }) => kind === 'badgePng' || kind === 'badgeWebp');
    expect(pictures).lengthOf(5);
    for (const picture of pictures) {
      expect(run('zbarimg', '-q', '--raw', await store(picture)).trim()).equal(data.address);
    }
    // What is shown at 128 pixels has no code; whoever shows the large form that small still has one that reads.
    const small = { kind: 'badgePng', width: 128, contentType: 'image/png' } as const;
    const shown = async (form: 'large' | 'mark') =>
      store({ ...small, bytes: await renderPng(drawBadge(badgeCase({ form })), 128) });
    expect(run('zbarimg', '-q', '--raw', await shown('large')).trim()).equal(data.address);
    const mark = await shown('mark');
    expect(() => run('zbarimg', '-q', '--raw', mark)).to.throw('zbarimg');
    const print = made.find(({ kind }) => kind === 'badgePrint');
    if (!print) throw new Error('no badge for a printer');
    const drawn = join(folder, 'print');
    run('pdftoppm', '-r', '150', '-png', '-singlefile', await store(print), drawn);
    expect(run('zbarimg', '-q', '--raw', `${drawn}.png`).trim()).equal(data.address);
  });
});
