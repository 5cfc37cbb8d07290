import closeWithGrace from 'close-with-grace';
import { readConfig } from '../config.ts';
import { start } from '../main.ts';

/** Runs the service until it is told to stop; says where it is and, in development, how to look around. */
export async function serve(): Promise<void> {
  const config = readConfig();
  const running = await start(config, (line) => console.log(`  ${line}`));
  closeWithGrace({ delay: 15_000 }, () => running.stop());
  if (!running.address) return console.log('Workers run.');
  console.log(`\nMade in ESS is at ${running.address}/fr`);
  if (config.mode === 'development') {
    console.log(
      `Development: everything issued is a SPECIMEN. Accounts are listed at ${running.address}/fr/sign-in.`,
    );
    if (config.mail === null)
      console.log(`Letters, with sign-in codes, are at ${running.address}/fr/dev/mailbox.`);
    console.log('Stop with Ctrl-C.');
  }
}
