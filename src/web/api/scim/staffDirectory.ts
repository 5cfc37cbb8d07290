import SCIMMY from 'scimmy';
import { directoryActor } from '../../../commands/common/actor.ts';
import { requireRevision } from '../../../commands/common/requireVisible.ts';
import type { Person } from '../../../commands/items/items.ts';
import type { EndingDeps } from '../../../commands/people/accounts/ownAccount.ts';
import { changeAccount } from '../../../commands/people/provisioning/changeAccount.ts';
import { endAccount } from '../../../commands/people/provisioning/endAccount.ts';
import { provisionAccount } from '../../../commands/people/provisioning/provisionAccount.ts';
import { staffAccount } from '../../../commands/people/provisioning/staffAccounts.ts';
import { type Account, accountInput, changesIn } from './accountInput.ts';

const { Config, Resources, Schemas } = SCIMMY;

/** What goes with one request through the library, which knows no request of its own. */
export interface Call {
  readonly deps: EndingDeps & { readonly publicUrl: string };
  /** Id of the request, as the journal names it. */
  readonly request: string;
  /** The revision that the directory read (If-Match), where it says so. */
  readonly revision?: number | undefined;
  /** The account as it was read, where the request names what changes and leaves the rest as it is. */
  readonly before?: Person;
  /** Hears what a command refused, of which the library would make a 404. */
  readonly refused: (error: unknown) => void;
}

/** Where the resources are found. */
export const scimPath = '/scim/v2';

/** Most accounts of one answer. */
export const maxCount = 200;

// What is not kept is not promised: neither passwords nor roles come by a directory.
Schemas.User.definition.truncate(
  ...['nickName', 'profileUrl', 'title', 'userType', 'timezone', 'password', 'phoneNumbers', 'ims', 'photos'],
  ...['addresses', 'groups', 'entitlements', 'roles', 'x509Certificates'],
);

Resources.declare(Resources.User, {
  basepath: scimPath,
  egress: ({ id = '' }: { readonly id?: string }, call: Call) =>
    heard(call, async () => resourceOf(call.before ?? (await staffAccount(call.deps, id)))),
  ingress: ({ id }: { readonly id?: string }, sent: Account, call: Call) =>
    heard(call, async () => resourceOf(await written(call, id, sent))),
  degress: ({ id = '' }: { readonly id?: string }, call: Call) =>
    heard(call, async () => {
      await accountRead(call, id);
      await endAccount(call.deps, directoryActor(call.request), id, { deleted: true });
    }),
});
Resources.Schema.basepath(scimPath);
Resources.ResourceType.basepath(scimPath);
Resources.ServiceProviderConfig.basepath(scimPath);
Config.set({
  patch: true,
  filter: maxCount,
  etag: true,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'The token of SCIM_TOKEN in the header Authorization (RFC 6750)',
      primary: true,
    },
  ],
});

async function written(call: Call, id: string | undefined, sent: Account): Promise<Person> {
  const { deps, before } = call;
  const actor = directoryActor(call.request);
  if (id === undefined) return provisionAccount(deps, actor, accountInput(sent));
  await accountRead(call, id);
  return changeAccount(deps, actor, id, before ? changesIn(sent, before) : accountInput(sent));
}

/** Schemas of a user, which are answered whatever attributes are asked for (RFC 7643, 7). */
export const userSchemas = { schemas: [Schemas.User.definition.id] };

/** The account of an id; `stale` where the directory says that it read another state of it. */
export async function accountRead({ deps, revision }: Call, id: string): Promise<Person> {
  const person = await staffAccount(deps, id);
  return revision === undefined ? person : requireRevision(person, revision);
}

/** An account as the directory is told it: its address is its name there. */
export function resourceOf({ id, email, name, language, removedAt, provisioned, revision }: Person) {
  return {
    id,
    externalId: provisioned?.externalId ?? undefined,
    userName: email,
    displayName: name === '' ? undefined : name,
    preferredLanguage: language,
    active: removedAt === null,
    emails: [{ value: email, type: 'work', primary: true }],
    meta: { version: versionOf(revision) },
  };
}

/** The state of an account as an entity tag, which compares states, not bytes. */
function versionOf(revision: number): string {
  return `W/"${revision}"`;
}

async function heard<T>(call: Call, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    call.refused(error);
    throw error;
  }
}
