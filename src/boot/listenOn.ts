import { once } from 'node:events';
import type { Server } from 'node:net';

/** Where a server is to listen, and the settings that say so. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly settings: readonly [host: string, port: string];
}

/** Opens a port; where that fails, the error says in a sentence why, and which setting to change. */
export async function listenOn(server: Server, place: Place): Promise<void> {
  try {
    await once(server.listen(place.port, place.host), 'listening');
  } catch (error) {
    throw portFault(error, place);
  }
}

/** Why a port could not be opened, and which setting to change. */
export function portFault(error: unknown, { host, port, settings }: Place): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  const [hostSetting, portSetting] = settings;
  const why: Partial<Record<string, string>> = {
    EADDRINUSE: `another program has it; end that one, or set ${portSetting} to a free port`,
    EACCES: `this user may not; set ${portSetting} to one from 1024 on`,
    EADDRNOTAVAIL: `this machine has no such address; set ${hostSetting} to one that it has`,
    ENOTFOUND: `there is no such name; set ${hostSetting} to an address of this machine`,
  };
  const says = `Nothing can listen at ${host}:${port}: ${why[code ?? ''] ?? message}.`;
  return Object.assign(new Error(says, { cause: error }), { code });
}
