import { mongo } from 'mongoose';

const refused = { authentication: 18, authorization: 13 } as const;

/** What is the matter with the server in MONGODB_URI, as a sentence that begins by "it", and what to do where that is known. */
export function serverFault(error: unknown, databaseName: string): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof mongo.MongoServerError) {
    if (error.code === refused.authentication)
      return 'refuses the user or the password; authSource says in which database the account was made';
    if (error.code === refused.authorization && /requires authentication/.test(message))
      return 'asks for a user and a password: write them before its name';
    if (error.code === refused.authorization)
      return `lets this account do nothing in the database ${databaseName}: give it readWrite there, or correct MONGODB_NAME`;
  }
  return membershipFault(error) ?? `gives no answer: ${message}`;
}

/** Servers that answer, but not as the replica set that was asked for: the driver says of both that it waited too long. */
function membershipFault(error: unknown): string | undefined {
  const { reason } = error as { reason?: mongo.TopologyDescription };
  if (reason === undefined) return undefined;
  if (reason.servers?.size === 0)
    return `is no member of the replica set ${reason.setName}: correct replicaSet, or begin the set with rs.initiate()`;
  const members = [...(reason.servers?.values() ?? [])];
  if (members.some(({ type }) => type === 'RSGhost'))
    return 'waits for its replica set to begin: rs.initiate() does that, once';
  if (reason.type === 'ReplicaSetNoPrimary' && members.some(({ type }) => type.startsWith('RS')))
    return 'is a member of a replica set that has no primary: bring its other members back';
  return undefined;
}
