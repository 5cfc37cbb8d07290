import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtCli } from '../../support/servers/builtCli.ts';

/** How a command of the program as it was built ended. */
export interface Ended {
  readonly status: number | null;
  readonly text: string;
  readonly seconds: number;
}

/** Runs a command of the program as it was built, by these settings alone; what it says comes to the report of the drill as well. */
export async function runProgram(
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [builtCli, ...args], { env: { PATH, HOME, ...settings } });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      process.stdout.write(part);
    });
  const [status] = await once(child, 'close');
  return { status, text, seconds: (performance.now() - started) / 1000 };
}
