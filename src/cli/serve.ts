import closeWithGrace from 'close-with-grace';
import type { Storage } from '../boot/openStorage.ts';
import { readConfig } from '../config.ts';
import { start } from '../main.ts';
import { dayOf } from '../register/day.ts';

/** Runs the service until it is stopped; says where it is and, in development, how to look around. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const prepare = (storage: Storage) => fillFirst(storage, config.firstSpecimens);
  const running = await start(config, say, { prepare });
  closeWithGrace({ delay: 15_000 }, () => running.stop());
  if (!running.address) return console.log('Workers run.');
  console.log(`\nMade in ESS is at ${running.address}/fr`);
  if (config.mode === 'development') {
    console.log(
      `Development: everything issued is a SPECIMEN. Accounts are listed at ${running.address}/fr/sign-in.`,
    );
    if (config.mail === null)
      console.log(`Letters, with sign-in codes, are at ${running.address}/fr/dev/mailbox.`);
    console.log(`The clock is moved at ${running.address}/fr/dev/clock.`);
    console.log('Stop with Ctrl-C.');
  }
}

/** A few first labels, so that no page of a new installation of development is empty. */
async function fillFirst(storage: Storage, labels: number): Promise<void> {
  if (labels === 0) return;
  // Loaded here, because every other start does without what makes specimens.
  const { fillOnce } = await import('./seed/fillOnce.ts');
  const today = dayOf(storage.clock.now().toISOString());
  if (await fillOnce(storage, { labels, today })) {
    say(`First start: ${labels} specimens are in the register (FIRST_SPECIMENS=0 leaves it empty)`);
  }
}

function say(line: string): void {
  console.log(`  ${line}`);
}
