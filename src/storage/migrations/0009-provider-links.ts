import type { Connection } from 'mongoose';

/** Whether a person comes by an identity provider is asked on their account page. */
export async function providerLinks(connection: Connection): Promise<void> {
  await connection.collection('providerLinks').createIndex({ personId: 1 });
}
