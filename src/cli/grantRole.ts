import { ulid } from 'ulid';
import { openSecurity } from '../boot/openSecurity.ts';
import { openStorage } from '../boot/openStorage.ts';
import { staffRoles } from '../commands/items/items.ts';
import { grantRole as grant } from '../commands/people/accounts/enrolPerson.ts';
import { readConfig } from '../config.ts';

/** Gives a role to an address, as the service itself; a role or an address that is none ends with a sentence. */
export async function grantRole(typed: string, name: string): Promise<void> {
  const role = staffRoles.find((one) => one === name);
  if (!role) throw new Error(`"${name}" is no role: ${staffRoles.join(', ')}`);
  const email = typed.trim().toLowerCase();
  if (!/^[\x21-\x3f\x41-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email)) {
    throw new Error(`"${typed}" is no e-mail address`);
  }
  const config = readConfig();
  const storage = await openStorage(config, () => {});
  try {
    const { store } = await openSecurity(config, storage);
    const ids = { next: ulid, code: unused, secret: unused };
    const deps = { store, clock: { now: () => new Date() }, ids };
    const given = await grant(deps, { email, role });
    console.log(given ? `${email} is ${role} now.` : `${email} was ${role} already.`);
  } finally {
    await storage.close();
  }
}

function unused(): never {
  throw new Error('a role is given without codes');
}
