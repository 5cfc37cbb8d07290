/** The one user of an embedded server. */
export const serverUser = 'made-in-ess';

const options = 'directConnection=true&w=majority&journal=true';

/** Connection string of the embedded server: this machine only, by password, and a write counts once it is on disk. */
export function localUri(port: number, password: string): string {
  return `mongodb://${serverUser}:${password}@127.0.0.1:${port}/?${options}&authSource=admin`;
}

/** The same without a password: for a server that has no user yet. */
export function openUri(port: number): string {
  return `mongodb://127.0.0.1:${port}/?${options}`;
}
