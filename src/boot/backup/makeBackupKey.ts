import { makeIdentity } from '../../storage/database/backup/encryption.ts';

/** Makes a secret key that opens backups, and the public key that they are encrypted to. */
export function makeBackupKey() {
  return makeIdentity();
}
