import type { Connection } from 'mongoose';
import type { BackupReading } from '../../../commands/ports/healthPorts.ts';

/** What is known of a backup that was made. */
export interface BackupNote extends BackupReading {
  readonly finishedAt: string;
  readonly bytes: number;
  /** Whether keys and secrets are in it. */
  readonly keys: boolean;
  /** Whether its manifest is signed. */
  readonly signed: boolean;
}

type Noted = BackupNote & { readonly _id: string };

/** Keeps that a backup was made, for whoever asks how old the last one is. */
export async function noteBackup(connection: Connection, id: string, note: BackupNote): Promise<void> {
  await connection.collection<Noted>('backups').insertOne({ _id: id, ...note });
}

/** Whether keys were published that credentials are signed with. */
export async function hasPublishedKeys(connection: Connection): Promise<boolean> {
  return (await connection.collection('issuerKeys').findOne({})) !== null;
}

/** The newest backup; null where none was ever made. */
export function lastBackup(connection: Connection): Promise<BackupNote | null> {
  return connection
    .collection<Noted>('backups')
    .findOne({}, { sort: { finishedAt: -1 }, projection: { _id: 0 } });
}
