import SCIMMY from 'scimmy';
import { LabelError } from '../../../errors.ts';
import { body } from '../../http/body.ts';
import type { Web, WebContext, WebMiddleware, WebRouter } from '../../http/state.ts';
import type { WebDeps } from '../../http/webDeps.ts';
import { given, listAccounts } from './listAccounts.ts';
import { patchOf, queryOf, readAs } from './scimRequest.ts';
import { scimToken } from './scimToken.ts';
import { accountRead, type Call, scimPath, userSchemas } from './staffDirectory.ts';

const { ResourceType, Schema, ServiceProviderConfig, User } = SCIMMY.Resources;
const { Error: ScimError } = SCIMMY.Types;

/** Of what is sent and answered (RFC 7644, 3.1). */
const contentType = 'application/scim+json';

type Work = (ctx: WebContext, call: Call) => Promise<void>;

/** Accounts of the staff, for the directory of whoever employs them (SCIM 2.0, RFC 7643 and 7644). */
export function scimRoutes(router: WebRouter, { deps }: Web): void {
  const token = scimToken(deps);
  const reads = (path: string, work: Work) => router.get(path, token, inScim(deps, work));
  const users = `${scimPath}/Users`;
  const user = `${users}/:user`;
  reads(users, async (ctx, call) => answer(ctx, call, await listAccounts(call.deps, queryOf(ctx.query))));
  reads(user, readUser);
  router.post(users, token, jsonAlone, body, inScim(deps, createUser));
  router.put(user, token, jsonAlone, body, inScim(deps, replaceUser));
  router.patch(user, token, jsonAlone, body, inScim(deps, patchUser));
  router.delete(user, token, inScim(deps, deleteUser));
  for (const Kind of [ResourceType, Schema]) {
    const path = `${scimPath}${Kind.endpoint}`;
    reads(path, async (ctx, call) => answer(ctx, call, told(await new Kind().read())));
    reads(`${path}/:kind`, async (ctx, call) =>
      answer(ctx, call, told(await new Kind(ctx.params.kind).read())),
    );
  }
  reads(`${scimPath}${ServiceProviderConfig.endpoint}`, async (ctx, call) =>
    answer(ctx, call, await new ServiceProviderConfig().read()),
  );
}

/** Refuses what is sent as anything else: a form would be read as well, and of a text nothing would be. */
const jsonAlone: WebMiddleware = async (ctx, next) => {
  if (ctx.is('json', '+json') === false) {
    const detail = `Content-Type: ${contentType}`;
    throw new LabelError('badRequest', { params: { scimType: 'invalidSyntax', detail } });
  }
  await next();
};

async function readUser(ctx: WebContext, call: Call): Promise<void> {
  const { filter: _, ...wanted } = given(queryOf(ctx.query));
  const user = readAs('invalidFilter', () => new User(userOf(ctx), wanted));
  answer(ctx, call, { ...(await user.read(call)), ...userSchemas });
}

async function createUser(ctx: WebContext, call: Call): Promise<void> {
  const made = await new User().write(ctx.request.body, call);
  answer(ctx, call, made);
  ctx.status = 201;
  ctx.set('Location', `${call.deps.publicUrl}${scimPath}/Users/${made.id}`);
}

async function replaceUser(ctx: WebContext, call: Call): Promise<void> {
  await new User(userOf(ctx)).write(ctx.request.body, call);
  await readUser(ctx, call);
}

async function patchUser(ctx: WebContext, call: Call): Promise<void> {
  const patch = patchOf(ctx.request.body);
  const before = await accountRead(call, userOf(ctx));
  await new User(before.id).patch(patch, { ...call, before });
  await readUser(ctx, call);
}

async function deleteUser(ctx: WebContext, call: Call): Promise<void> {
  await new User(userOf(ctx)).dispose(call);
  ctx.status = 204;
}

/** The id of an address; what cannot be one of ours is not looked for. */
function userOf({ params: { user = '' } }: WebContext): string {
  if (!/^[\w-]{1,64}$/.test(user)) throw new LabelError('notFound');
  return user;
}

/** Runs a handler over the library, whose own refusals become ours. */
function inScim(deps: WebDeps, work: Work): WebMiddleware {
  return async (ctx) => {
    const refused: unknown[] = [];
    const { request } = ctx.state;
    try {
      await work(ctx, { deps, request, revision: revisionOf(ctx), refused: (error) => refused.push(error) });
    } catch (thrown) {
      throw refused[0] ?? ownError(thrown);
    }
  };
}

function ownError(thrown: unknown): unknown {
  if (!(thrown instanceof ScimError)) return thrown;
  const { status, scimType, message } = thrown;
  if (status === 404) return new LabelError('notFound');
  // Its sentences repeat what was sent.
  const params = { scimType: scimType ?? 'invalidSyntax', detail: message.slice(0, 300) };
  return status < 500 ? new LabelError('badRequest', { params, cause: thrown }) : thrown;
}

/** The revision of the header If-Match; one that names none is stale whatever it is compared with. */
function revisionOf(ctx: WebContext): number | undefined {
  const given = ctx.get('If-Match');
  if (given === '' || given === '*') return undefined;
  return Number(/^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1] ?? -1);
}

/** Answers with a resource; addresses in it are whole. */
function answer(ctx: WebContext, { deps }: Call, resource: object): void {
  const version = 'meta' in resource && Object(resource.meta).version;
  if (version) ctx.set('ETag', version);
  ctx.body = JSON.stringify(resource, (key, value) =>
    key === 'location' && String(value).startsWith('/') ? `${deps.publicUrl}${value}` : value,
  );
  ctx.type = contentType;
  ctx.status = ctx.method === 'GET' && ctx.fresh ? 304 : 200;
}

interface ToldSchema {
  readonly attributes?: readonly ToldAttribute[];
}
interface ToldAttribute {
  readonly name: string;
  mutability?: string;
  readonly subAttributes?: readonly ToldAttribute[];
}

/** Schemas with `emails` read-only: an account's address is its `userName`. The library goes on to take what directories send there. */
function told(resource: object): object {
  const plain: ToldSchema & { readonly Resources?: readonly ToldSchema[] } = JSON.parse(
    JSON.stringify(resource),
  );
  const attributes = (plain.Resources ?? [plain]).flatMap((schema) => schema.attributes ?? []);
  for (const emails of attributes.filter(({ name }) => name === 'emails'))
    for (const one of [emails, ...(emails.subAttributes ?? [])]) one.mutability = 'readOnly';
  return plain;
}
