import type { Connection } from 'mongoose';

/** Findings and appeals by their file, by what is due or waits; sessions by their day and by the files on their agenda. */
export async function deciding(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  await on('findings').createIndexes([
    { key: { 'context.applicationId': 1, _id: 1 } },
    { key: { 'context.organisationId': 1 } },
    { key: { state: 1, 'context.dueAt': 1 } },
  ]);
  await on('committeeSessions').createIndexes([
    { key: { state: 1, 'context.plannedFor': -1, _id: -1 } },
    { key: { 'context.agenda': 1, 'context.plannedFor': -1, _id: -1 } },
  ]);
  await on('appeals').createIndexes([
    { key: { 'context.applicationId': 1, _id: -1 } },
    { key: { 'context.organisationId': 1 } },
    { key: { state: 1, _id: 1 } },
  ]);
}
