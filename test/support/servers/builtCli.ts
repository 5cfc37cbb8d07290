import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../src/projectFile.ts';

/** The program as it was built: it starts in a fifth of the work that its sources take. */
export const builtCli = fileURLToPath(projectFile('dist/cli.js'));

/** What production is started with; its database and its mail server give no answer. */
export const productionSettings = {
  MODE: 'production',
  SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
  PUBLIC_URL: 'https://label.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'label@label.example',
  MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100',
};

/** Runs one command of it to its end, with no other settings than these. */
export function runCli(settings: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const all = [builtCli, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
