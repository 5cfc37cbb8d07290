import closeWithGrace from 'close-with-grace';
import { readConfig } from '../config.ts';
import { type StartOptions, start } from '../main.ts';
import { bindingLanguage, profile } from '../profile/profile.ts';

/** Runs the service until it is stopped; says where it is and, in development, how to look around. Gives what stops it by hand. */
export async function serve(): Promise<{ readonly stop: () => Promise<void> }> {
  const config = readConfig();
  // Production has none, and neither has who wants to begin with nothing.
  const shows = config.mode === 'development' && config.firstSpecimens > 0;
  // Loaded here, because every other start does without what makes specimens.
  const { demonstrating } = shows ? await import('./living/demonstrating.ts') : {};
  const options: StartOptions = demonstrating?.({ labels: config.firstSpecimens, say, reset }) ?? {};
  let running = await start(config, say, options);
  let beginning: Promise<void> | null = null;
  const stop = async () => {
    await beginning;
    await running.stop();
  };
  closeWithGrace({ delay: 15_000 + config.drainSeconds * 1000 }, stop);
  if (!running.address) {
    console.log('Workers run.');
    return { stop };
  }
  const { publicUrl = running.address } = config;
  console.log(`\n${profile.name} is at ${publicUrl}/${bindingLanguage}`);
  if (publicUrl !== running.address) {
    const { host } = new URL(publicUrl);
    console.log(
      `It listens on ${running.address}, to which the proxy of ${host} passes on. To look without one:`,
    );
    console.log(`  curl --header 'Host: ${host}' ${running.address}/${bindingLanguage}`);
  }
  if (config.mode === 'development') {
    console.log(
      `Development: everything issued is a SPECIMEN. Accounts are listed at ${running.address}/${bindingLanguage}/sign-in.`,
    );
    if (config.mail === null)
      console.log(`E-mails, with sign-in codes, are at ${running.address}/${bindingLanguage}/dev/mailbox.`);
    console.log(`The clock is moved at ${running.address}/${bindingLanguage}/dev/clock.`);
    console.log('Stop with Ctrl-C.');
  }
  return { stop };

  /** Begins anew with an empty database, at the same address; asked again meanwhile, it does nothing. */
  function reset(): void {
    beginning ??= (async () => {
      const server = await running.release();
      running = await start(config, say, { ...options, server, empty: true });
      beginning = null;
    })();
    beginning.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  }
}

function say(line: string): void {
  console.log(`  ${line}`);
}
