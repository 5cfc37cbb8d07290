import type { Connection } from 'mongoose';
import { documentsOf, Sum } from './documents.ts';
import type { BackupManifest } from './format.ts';

/** Collections that do not hold, to the last bit, what a backup says of them. */
export async function differences(connection: Connection, manifest: BackupManifest): Promise<string[]> {
  const db = connection.getClient().db(connection.name);
  const differing: string[] = [];
  for (const [name, { documents, sha256 }] of Object.entries(manifest.collections)) {
    const sum = new Sum();
    for await (const document of documentsOf(db.collection(name))) sum.add(document);
    const found = sum.end();
    if (found.documents !== documents || found.sha256 !== sha256) differing.push(name);
  }
  return differing;
}
