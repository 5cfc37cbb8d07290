import { ids } from '../boot/ids.ts';
import { openSecurity } from '../boot/openSecurity.ts';
import { staffRoles } from '../commands/items/items.ts';
import { grantRole as grant } from '../commands/people/accounts/enrolPerson.ts';
import { readConfig } from '../config.ts';
import { typedAddress } from './typedAddress.ts';
import { withStorage } from './withStorage.ts';

/** Gives a role to an address, as the service itself; an unknown role or an invalid address ends with a message. */
export async function grantRole(typed: string, name: string): Promise<void> {
  const role = staffRoles.find((one) => one === name);
  if (!role) throw new Error(`"${name}" is no role: ${staffRoles.join(', ')}`);
  const email = typedAddress(typed);
  const config = readConfig();
  const given = await withStorage(config, async (storage) => {
    const { store } = await openSecurity(config, storage);
    return grant({ store, clock: storage.clock, ids }, { email, role });
  });
  console.log(given ? `${email} is ${role} now.` : `${email} was ${role} already.`);
}
