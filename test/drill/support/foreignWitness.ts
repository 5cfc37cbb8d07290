import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../support/guides/freePort.ts';
import { isThere } from '../../support/guides/isThere.ts';
import { testFolder } from '../../support/run/folders.ts';
import { goTool } from './goTool.ts';

export const litewitnessVersion = 'v0.6.1';

/** What it takes to build it, to hold its key, and to tell it of a log: its own program for that, `witnessctl`, does not build. */
const tools = ['go', 'ssh-agent', 'ssh-add', 'ssh-keygen', 'sqlite3'];

/** Programs that a foreign witness takes and that are not on this machine. */
export function missingTools(): readonly string[] {
  return tools.filter((tool) => !isThere(tool));
}

/** Starts a witness that others wrote: `litewitness` of filippo.io/torchwood. It signs for no log yet. */
export async function foreignWitness(name: string) {
  const program = goTool('filippo.io/torchwood/cmd/litewitness', litewitnessVersion);
  const folder = await testFolder();
  const [key, socket, database] = ['key', 'agent', 'witness.db'].map((file) => join(folder, file));
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', `${key}`]);
  const agent = spawn('ssh-agent', ['-D', '-a', `${socket}`], { stdio: 'ignore' });
  while (!existsSync(`${socket}`)) await pause(10);
  execFileSync('ssh-add', ['-q', `${key}`], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
  const [, fingerprint = ''] = String(execFileSync('ssh-keygen', ['-lf', `${key}.pub`])).split(' ');
  const listen = `127.0.0.1:${await freePort()}`;
  const args = ['-name', name, '-db', `${database}`, '-ssh-agent', `${socket}`, '-key', fingerprint];
  const witness = spawn(program, [...args, '-listen', listen], { stdio: ['ignore', 'ignore', 'pipe'] });
  let vkey = '';
  for await (const line of createInterface(witness.stderr)) {
    vkey ||= / vkey=(\S+)/.exec(line)?.[1] ?? '';
    if (line.includes('msg=listening')) break;
  }
  witness.stderr.resume();
  return {
    url: `http://${listen}`,
    vkey,
    /** Lets it sign for a log that it saw nothing of. */
    knows: (log: { readonly origin: string; readonly vkey: string }) => {
      const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
      const nothing = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
      execFileSync('sqlite3', [
        `${database}`,
        `INSERT INTO log (origin, tree_size, tree_hash) VALUES (${text(log.origin)}, 0, ${text(nothing)});
         INSERT INTO key (origin, key) VALUES (${text(log.origin)}, ${text(log.vkey)});`,
      ]);
    },
    /** Entries of the longest head of a log that it saw. */
    size: (origin: string) =>
      Number(
        execFileSync('sqlite3', [`${database}`, `SELECT tree_size FROM log WHERE origin = '${origin}'`]),
      ),
    stop: async () => {
      for (const child of [witness, agent]) {
        const closed = once(child, 'close');
        child.kill();
        await closed;
      }
    },
  };
}
