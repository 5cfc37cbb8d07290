import { readFileSync } from 'node:fs';

/** Secrets that may come from a file, named by `NAME_FILE`: a container's environment is shown to whoever looks at the container. */
const secrets = [
  'SESSION_SECRET',
  'SEAL_PASSWORD',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'MONGODB_URI',
  'SCIM_TOKEN',
] as const;

/** What the files say that an environment names for secrets, and a line for each that is at fault. */
export function readSettingFiles(environment: NodeJS.ProcessEnv): {
  readonly values: NodeJS.ProcessEnv;
  readonly faults: readonly string[];
} {
  const values: NodeJS.ProcessEnv = {};
  const faults: string[] = [];
  for (const name of secrets) {
    const file = environment[`${name}_FILE`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) {
      faults.push(`${name}: must not be set together with ${name}_FILE`);
      continue;
    }
    try {
      // Editors and echo end a file with a line break.
      values[name] = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error;
      faults.push(`${name}_FILE: the file cannot be read (${code})`);
    }
  }
  return { values, faults };
}
