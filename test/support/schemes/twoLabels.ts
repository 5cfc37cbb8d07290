import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../guides/freePort.ts';
import { builtCli } from '../servers/builtCli.ts';

type Lines = Readonly<Record<string, string | number>>;

/** The two schemes of this repository, served by one process. */
export interface TwoLabels {
  readonly geneva: string;
  readonly tyrol: string;
  /** What the process said so far. */
  said(): string;
  /** How it ended. */
  stop(): Promise<unknown>;
}

/** Writes a file of settings into a folder, and gives its path. */
export function settingsFile(folder: string, name: string, lines: Lines): string {
  const file = join(folder, `${name}.env`);
  writeFileSync(
    file,
    Object.entries(lines)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  return file;
}

/**
 * Starts both by one command of the program as it was built, with what their settings have in common; `heard` is told all that was said
 * whenever something is. Ready once both say where they are.
 */
export async function startTwoLabels(
  folder: string,
  common: Lines,
  heard: (said: string) => void = () => {},
  ports?: readonly [number, number],
): Promise<TwoLabels> {
  const [first, second] = ports ?? [await freePort(), await freePort()];
  const files = [
    settingsFile(folder, 'geneva', { ...common, PORT: first, DATA_DIR: join(folder, 'geneva') }),
    settingsFile(folder, 'tyrol', {
      ...{ ...common, SCHEME: 'specimen-south-tyrol' },
      ...{ PORT: second, DATA_DIR: join(folder, 'tyrol') },
    }),
  ];
  const [geneva, tyrol] = [`http://localhost:${first}`, `http://localhost:${second}`];
  const child: ChildProcess = spawn(process.execPath, [builtCli, 'serve', ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        said += String(text);
        heard(said);
        if (said.includes(`${geneva}/fr`) && said.includes(`${tyrol}/de`)) resolve();
      });
  });
  child.removeAllListeners('exit');
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    return ended;
  };
  return { geneva, tyrol, said: () => said, stop };
}
