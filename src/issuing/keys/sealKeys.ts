import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAuthority } from '../seal/demoAuthority.ts';
import { openSealer, type SealMaterial } from '../seal/openSealer.ts';
import type { Sealer } from '../seal/sealer.ts';
import type { IssuerSettings } from './issuerSettings.ts';
import { longLifeOf } from './longLife.ts';

/** The seal of a folder; null when it holds none. */
export async function openSeal(settings: IssuerSettings, at: Date): Promise<Sealer | null> {
  const material = await readSealMaterial(settings);
  return material && openSealer(material, at, longLifeOf(settings) ?? {});
}

/** What a seal is opened from, as it lies in the folder; null when it holds none. */
export async function readSealMaterial({
  folder,
  sealPassword,
}: IssuerSettings): Promise<SealMaterial | null> {
  const pkcs12 = await readIf(join(folder, 'seal.p12'));
  if (pkcs12) return { pkcs12, password: sealPassword ?? '' };
  const [key, chain] = await Promise.all(
    ['key.pem', 'chain.pem'].map((name) => readIf(join(folder, 'seal', name))),
  );
  return key && chain ? { key: String(key), chain: String(chain).match(certificate) ?? [] } : null;
}

/** What the authority of time leads to: certificates that an operator puts beside the seal; null without the file. */
export async function readTimeAnchors({ folder }: Pick<IssuerSettings, 'folder'>): Promise<string[] | null> {
  const pem = await readIf(join(folder, 'time.pem'));
  return pem && (String(pem).match(certificate) ?? []);
}

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/g;

/** Makes a seal of development in a folder; of two programs at once, one makes it. */
export async function makeSeal(folder: string, at: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = await mkdtemp(join(folder, 'seal-'));
  const { key, chain } = await demoAuthority(at);
  await writeFile(join(half, 'key.pem'), key, { mode: 0o600 });
  await writeFile(join(half, 'chain.pem'), chain.join('\n'), { mode: 0o600 });
  try {
    await rename(half, join(folder, 'seal'));
  } catch (error) {
    await rm(half, { recursive: true });
    const isTaken =
      error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST');
    if (!isTaken) throw error;
  }
}

async function readIf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
