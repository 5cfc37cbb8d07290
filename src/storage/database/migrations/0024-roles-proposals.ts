import type { Connection } from 'mongoose';

/** Changes of roles that wait for a second administrator are found among all people. */
export async function rolesProposals(connection: Connection): Promise<void> {
  await connection.collection('people').createIndex({ 'rolesProposal.until': 1 }, { sparse: true });
}
