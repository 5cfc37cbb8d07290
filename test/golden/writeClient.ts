/** Generates the types of client/ from the OpenAPI document of today: `npm run client`. It needs the packages of client/package.json. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientDigest, clientDocument, clientFolder, schemaFile } from '../support/client/clientDocument.ts';

const folder = mkdtempSync(join(tmpdir(), 'made-in-ess-client-'));
try {
  const OPENAPI = join(folder, 'openapi.json');
  writeFileSync(OPENAPI, clientDocument());
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: clientFolder, stdio: 'inherit', env: { ...process.env, OPENAPI } });
  npm('install', '--no-audit', '--no-fund', '--no-package-lock');
  npm('run', 'generate');
  writeFileSync(schemaFile, `// OpenAPI document ${clientDigest()}\n${readFileSync(schemaFile, 'utf8')}`);
} finally {
  rmSync(folder, { recursive: true });
}
