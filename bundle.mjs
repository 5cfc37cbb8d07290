import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** What is started or asked for by name: the program, its threads, a step of the build, and what tests look at as it was built. */
const entries = {
  cli: 'src/cli.ts',
  serveThread: 'src/cli/serveThread.ts',
  intakeProcess: 'src/intake/intakeProcess.ts',
  drawThread: 'src/issuing/drawThread.ts',
  issueThread: 'src/issuing/issueThread.ts',
  readBackProcess: 'src/issuing/readBack/readBackProcess.ts',
  prepareYaml: 'src/boot/prepareYaml.ts',
  createIntake: 'src/intake/createIntake.ts',
  buildCache: 'src/buildCache.ts',
};

/**
 * How sources are put together; tests do it alike. All in one folder, because a thread is looked for beside the part that starts it
 * (startThread.ts). Packages that are no JavaScript, or that read what lies beside them, are loaded from where they are installed.
 * Older packages ask for Node's own modules by a function that a module of today has not: the banner gives it.
 */
const options = JSON.parse(await readFile(new URL('bundle.json', import.meta.url), 'utf8'));

// The names of shared parts change with their content: those of an earlier build would stay for ever.
const before = await readdir('dist').catch(() => []);
await Promise.all(before.filter((name) => /\.js(\.map)?$/.test(name)).map((name) => rm(`dist/${name}`)));
await build({ entryPoints: entries, outdir: 'dist', ...options });
// A link to it on the PATH is a command.
await chmod('dist/cli.js', 0o755);
