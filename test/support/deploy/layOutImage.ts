import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Instruction, readDockerfile } from './readDockerfile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** An image whose files lie in a folder, and how it is run. */
export interface LaidOutImage {
  readonly folder: string;
  /** Where its program runs, within the folder. */
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly health: readonly string[];
  /** Number of the user, and of the group. */
  readonly user: readonly [number, number];
}

/** A command of a build in the folder of its stage; true where it did what RUN says, and nothing else is to be done. */
export type Shortcut = (command: string, workdir: string) => boolean;

/**
 * Follows deploy/Dockerfile in a plain folder, stage by stage, without a container: COPY, WORKDIR, RUN, ARG, ENV. `shortcut` may do in
 * another way what a RUN would take long for. Base images are left out: what they bring is this machine's.
 */
export function layOutImage(below: string, shortcut: Shortcut = () => false): LaidOutImage {
  const { stages } = readDockerfile(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'));
  let image: Laying = layingIn(join(below, 'none'));
  for (const [i, { name, instructions }] of stages.entries()) {
    image = layingIn(join(below, name ?? String(i)));
    for (const instruction of instructions) lay(instruction, image, below, shortcut);
  }
  return image;
}

interface Laying extends LaidOutImage {
  workdir: string;
  env: Record<string, string>;
  entrypoint: readonly string[];
  health: readonly string[];
  user: readonly [number, number];
}

function layingIn(folder: string): Laying {
  mkdirSync(folder, { recursive: true });
  return { folder, workdir: folder, env: {}, entrypoint: [], health: [], user: [0, 0] };
}

function lay(instruction: Instruction, laying: Laying, below: string, shortcut: Shortcut): void {
  const { keyword, words, list, values } = instruction;
  const { folder, workdir, env } = laying;
  if (keyword === 'ARG' || keyword === 'ENV') Object.assign(env, values);
  if (keyword === 'WORKDIR') {
    laying.workdir = join(folder, words[0] ?? '');
    mkdirSync(laying.workdir, { recursive: true });
  }
  if (keyword === 'COPY') copy(instruction, workdir, below);
  if (keyword === 'RUN') {
    const command = words.join(' ').replaceAll(/(?<=\s)\/(?=\w)/g, `${folder}/`);
    if (!shortcut(command, workdir)) run(command, workdir, env);
  }
  if (keyword === 'USER') {
    const [user = 0, group = 0] = (words[0] ?? '').split(':').map(Number);
    laying.user = [user, group];
  }
  if (keyword === 'HEALTHCHECK') laying.health = list ?? [];
  if (keyword === 'ENTRYPOINT') laying.entrypoint = list ?? [];
  if (keyword === 'CMD') laying.entrypoint = [...laying.entrypoint, ...(list ?? [])];
}

/** As COPY does: of a folder its content; what .dockerignore leaves out is no part of a clean clone. */
function copy({ words, flags }: Instruction, workdir: string, below: string): void {
  const target = join(workdir, words.at(-1) ?? '');
  mkdirSync(dirname(target), { recursive: true });
  for (const word of words.slice(0, -1)) {
    const source = flags.from === undefined ? join(root, word) : join(below, flags.from, word);
    const into = statSync(source).isDirectory() ? target : join(target, basename(word));
    const names = statSync(source).isDirectory()
      ? readdirSync(source).map((name) => join(into, name))
      : [into];
    // The packages are thirty thousand files: faster than Node's own way.
    run(`cp -a --no-target-directory '${source}' '${into}'`, workdir, {});
    if (flags.chmod !== undefined)
      run(`chmod -R ${flags.chmod} ${names.map((name) => `'${name}'`).join(' ')}`, workdir, {});
  }
}

function run(command: string, workdir: string, env: Readonly<Record<string, string>>): void {
  // Who is not root owns all that they make.
  const allowed = process.getuid?.() === 0 ? command : command.replaceAll(/ --(owner|group)=\d+/g, '');
  try {
    execFileSync('sh', ['-c', allowed], { cwd: workdir, env: { ...process.env, ...env }, stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: Buffer; readonly stderr: Buffer };
    throw new Error(`${command}\n${stdout}${stderr}`);
  }
}
