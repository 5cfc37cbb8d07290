import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { readConfig } from '../config.ts';
import { start } from '../main.ts';
import { bindingLanguage, profile } from '../profile/profile.ts';
import { play } from './demo/play.ts';
import { Visitor } from './demo/visitor.ts';

interface Options {
  /** End when the label is there. */
  readonly once?: boolean;
  /** Go on with what an earlier demonstration left instead of starting empty. */
  readonly resume?: boolean;
}

/** Carries the specimen from registration to its public page over HTTP, writes what was issued, and says where to look. */
export async function demo({ once = false, resume = false }: Options): Promise<void> {
  const given = readConfig();
  if (given.mode === 'production') {
    throw new Error(
      'MODE is production: a demonstration does not belong among real labels. Nothing was started.',
    );
  }
  const dataDir = join(given.dataDir, 'demo');
  const config = {
    ...given,
    mode: 'development',
    port: 0,
    // It begins empty: never in the database that a service works on.
    databaseName: given.mongodbUri === undefined ? given.databaseName : `${given.databaseName}-demo`,
    publicUrl: undefined,
    dataDir,
    logLevel: 'warn',
    mail: null,
  } as const;
  console.log(`${profile.name}: a demonstration with a specimen. Its data are in ${dataDir}.`);
  const running = await start(config, (line) => console.log(`  ${line}`), { empty: !resume });
  const ending = closeWithGrace({ delay: 15_000 }, () => running.stop());
  try {
    const number = await play(running.address, (who, line) => console.log(`  ${who.padEnd(13)} ${line}`));
    await keepFiles(running.address, number, dataDir);
    console.log(`\nThe label, as anyone sees it:  ${running.address}/${bindingLanguage}/labels/${number}`);
    console.log(`Certificate and badge:         ${dataDir}`);
    if (!once) return console.log('The service stays up; stop it with Ctrl-C.');
  } catch (error) {
    // It would end the program as if all went well.
    ending.uninstall();
    await running.stop();
    throw error;
  }
  await running.stop();
  process.exit(0);
}

async function keepFiles(origin: string, number: string, folder: string): Promise<void> {
  const visitor = new Visitor(origin);
  await mkdir(folder, { recursive: true });
  for (const [address, name] of [
    [`/labels/${number}/certificate.pdf`, 'certificate.pdf'],
    [`/badges/${number}.svg`, 'badge.svg'],
    [`/badges/${number}.png`, 'badge.png'],
  ] as const) {
    await writeFile(join(folder, name), await visitor.download(address));
  }
}
