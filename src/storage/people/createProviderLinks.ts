import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { ProviderLinks } from '../../commands/ports/accessPorts.ts';
import { isNew } from '../database/isDuplicate.ts';

/** Identities of a provider by issuer and subject; unique indexes keep both sides to one. */
export function createProviderLinks(connection: Connection): ProviderLinks {
  const links = () => connection.model('providerLinks');
  return {
    personId: async (issuer, subject) => {
      const found = await links()
        .findOne({ _id: keyOf(issuer, subject) })
        .lean<{ personId: string }>();
      return found?.personId ?? null;
    },
    has: async (personId) => (await links().exists({ personId })) !== null,
    link: ({ issuer, subject }, personId, at) =>
      isNew(links().create({ _id: keyOf(issuer, subject), issuer, personId, linkedAt: at })),
  };
}

function keyOf(issuer: string, subject: string): string {
  return createHash('sha256').update(`${issuer}\n${subject}`).digest('hex');
}
