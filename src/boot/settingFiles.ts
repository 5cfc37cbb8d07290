import { readFileSync } from 'node:fs';

/** Secrets that may come from a file, named by `NAME_FILE`: a container's environment is shown to whoever looks at the container. */
export const secretSettings = [
  'SESSION_SECRET',
  'SEAL_PASSWORD',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'MONGODB_URI',
  'CHECK_MONGODB_URI',
  'SCIM_TOKEN',
] as const;

/** What the files say that an environment names for secrets, and a line for each setting whose file is at fault. */
export function readSettingFiles(environment: NodeJS.ProcessEnv): {
  readonly values: NodeJS.ProcessEnv;
  readonly faults: ReadonlyMap<string, string>;
} {
  const values: NodeJS.ProcessEnv = {};
  const faults = new Map<string, string>();
  for (const name of secretSettings) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) {
      faults.set(name, `${name}: must not be set together with ${name}_FILE`);
      continue;
    }
    try {
      // Editors and echo end a file with a line break.
      values[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      if (values[name] === '') faults.set(name, `${name}_FILE: ${file} is empty`);
    } catch (error) {
      faults.set(name, `${name}_FILE: ${file} ${whyUnread(error)}`);
    }
  }
  return { values, faults };
}

function whyUnread(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by the user that this program runs as';
  return `cannot be read (${code})`;
}
