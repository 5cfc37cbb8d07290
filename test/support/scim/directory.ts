import { createServer, type RequestListener, type Server } from 'node:http';
import supertest from 'supertest';

/** What SCIM calls its messages (RFC 7644, 8). */
export const schemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

/** A token that nobody guesses. */
export const scimToken = 'hJ4kP9sXq2LmV7wZ0bN5cT8rF1yD6gUe';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A directory that manages the accounts of a service, with one token; null sends none. */
export interface Directory {
  ask(method: Method, path: string, body?: object | string, headers?: object): Promise<supertest.Response>;
  /** Creates an account; gives its id. */
  create(userName: string, also?: object): Promise<string>;
  patch(id: string, ...operations: readonly object[]): Promise<supertest.Response>;
  /** Accounts that a filter finds. */
  find(filter: string): Promise<readonly Record<string, unknown>[]>;
}

/** A directory of a web that listens nowhere yet. */
export function openDirectory(listener: RequestListener, token: string | null = scimToken): Directory {
  const server: Server = createServer(listener);
  const ask: Directory['ask'] = async (method, path, body, headers = {}) => {
    const request = supertest(server)
      [method](`/scim/v2${path}`)
      .set({
        Host: 'label.example',
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...headers,
      });
    if (body === undefined) return request.buffer(true).parse(asText);
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    if (!('Content-Type' in headers)) request.type('application/scim+json');
    return request.send(sent).buffer(true).parse(asText);
  };
  return {
    ask,
    create: async (userName, also = {}) => {
      const { body } = await ask('post', '/Users', { schemas: [schemas.user], userName, ...also });
      return String(body.id);
    },
    patch: (id, ...Operations) => ask('patch', `/Users/${id}`, { schemas: [schemas.patch], Operations }),
    find: async (filter) => (await ask('get', `/Users?filter=${encodeURIComponent(filter)}`)).body.Resources,
  };
}

/** The kind of JSON of SCIM is none that the client reads by itself. */
const asText: Parameters<supertest.Test['parse']>[0] = (response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(Buffer.from(part)));
  response.on('end', () => {
    const text = Buffer.concat(parts).toString();
    done(null, text === '' ? {} : JSON.parse(text));
  });
};
