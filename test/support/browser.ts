import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installed = '/usr/bin/chromium';

/** A real browser: the machine's own Chromium when it has one, otherwise the one that a package brings. */
export async function openBrowser(path = installed): Promise<Browser> {
  if (existsSync(path)) {
    return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
  }
  const { executablePath, args } = await packaged();
  const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') };
  return chromium.launch({ executablePath, args, env });
}

/** Unpacks the browser with the system libraries it needs: the package does that only where it believes to be at a cloud provider's. */
async function packaged(): Promise<{ executablePath: string; args: string[] }> {
  const { AWS_LAMBDA_JS_RUNTIME: runtime, LD_LIBRARY_PATH: libraries } = process.env;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return { executablePath: await packed.executablePath(), args: packed.args };
  } finally {
    restore('AWS_LAMBDA_JS_RUNTIME', runtime);
    restore('LD_LIBRARY_PATH', libraries);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
