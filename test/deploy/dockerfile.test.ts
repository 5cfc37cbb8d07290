import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Instruction, readDockerfile, type Stage } from '../support/deploy/readDockerfile.ts';

const file = readFileSync(new URL('../../deploy/Dockerfile', import.meta.url), 'utf8');
const ignored = readFileSync(new URL('../../.dockerignore', import.meta.url), 'utf8');

interface Build {
  readonly args: Readonly<Record<string, string>>;
  readonly stages: readonly Stage[];
  readonly image: readonly Instruction[];
}

/** What the image must be, and an edit of the file after which it is not: https://docs.docker.com/build/building/best-practices/. */
const rules: Readonly<
  Record<string, readonly [(build: Build) => boolean, readonly [string | RegExp, string]]>
> = {
  'is Node 24 slim in every stage, and may be pinned by digest': [
    ({ args, stages }) =>
      args.NODE === 'node:24-slim' && stages.every(({ base }) => [`\${NODE}`].includes(base)),
    [/^ARG NODE=.*$/m, 'ARG NODE=node:latest'],
  ],
  'is built in stages of which the last installs nothing': [
    ({ stages, image }) =>
      stages.length === 3 && image.every(({ keyword, words }) => keyword !== 'RUN' || words[0] === 'install'),
    ['WORKDIR /app', 'WORKDIR /app\nRUN npm ci'],
  ],
  'has packages without those for development': [
    ({ stages, image }) => {
      const packages = stages.find(({ name }) => name === 'packages')?.instructions ?? [];
      const run = packages.filter(({ keyword }) => keyword === 'RUN').map(({ words }) => words.join(' '));
      return (
        run.join() === 'npm ci --omit=dev' &&
        copies(image, 'packages').length === 1 &&
        copies(image, 'build').every(({ words }) => words[0] === '/program')
      );
    },
    ['--omit=dev', ''],
  ],
  'holds our own code in one layer, which nobody may write': [
    ({ image }) => {
      const [own, ...more] = copies(image, 'build');
      return own?.flags.chmod === '0555' && own.flags.chown === undefined && more.length === 0;
    },
    ['--chmod=0555', '--chmod=0755'],
  ],
  'has the same layer for the same content': [
    ({ stages }) =>
      stages.some(({ instructions }) =>
        instructions.some(({ words }) => words.includes(`--date="@\${SOURCE_DATE_EPOCH}"`)),
      ),
    ['SOURCE_DATE_EPOCH}', 'NOW}'],
  ],
  'runs as a user by number who is not root, whatever was done before': [
    ({ image }) => {
      const user = image.findIndex(({ keyword }) => keyword === 'USER');
      const last = image.findLastIndex(({ keyword }) => ['RUN', 'COPY'].includes(keyword));
      return /^[1-9]\d*:[1-9]\d*$/.test(image[user]?.words[0] ?? '') && user > last;
    },
    ['USER 1000:1000', 'USER root'],
  ],
  'writes into its volume alone': [
    ({ image }) =>
      only(image, 'VOLUME')?.words.join() === '/data' && only(image, 'ENV')?.values.DATA_DIR === '/data',
    ['VOLUME /data', 'VOLUME /app'],
  ],
  'asks its health by the program itself, without a shell': [
    ({ image }) => only(image, 'HEALTHCHECK')?.list?.join(' ') === 'node dist/cli.js probe',
    ['CMD ["node", "dist/cli.js", "probe"]', 'CMD curl -f http://localhost:3000/healthz'],
  ],
  'is started without a shell, so that it hears when it is to stop': [
    ({ image }) =>
      only(image, 'ENTRYPOINT')?.list?.join(' ') === 'node dist/cli.js' &&
      only(image, 'CMD')?.list?.join(' ') === 'serve' &&
      only(image, 'STOPSIGNAL')?.words.join() === 'SIGTERM',
    ['ENTRYPOINT ["node", "dist/cli.js"]', 'ENTRYPOINT node dist/cli.js'],
  ],
  'is production': [
    ({ image }) => {
      const { MODE, NODE_ENV } = only(image, 'ENV')?.values ?? {};
      return MODE === 'production' && NODE_ENV === 'production';
    },
    [' MODE=production', ' MODE=development'],
  ],
  // https://github.com/opencontainers/image-spec/blob/main/annotations.md
  'says what it is by the names of the Open Container Initiative': [
    ({ image }) => {
      const { values = {} } = only(image, 'LABEL') ?? {};
      return ['title', 'description', 'licenses', 'version', 'revision', 'created'].every(
        (name) => (values[`org.opencontainers.image.${name}`] ?? '') !== '',
      );
    },
    ['image.licenses', 'image.licence'],
  ],
  'is given no secret when it is built': [
    ({ stages, args }) =>
      [args, ...stages.flatMap(({ instructions }) => instructions.map(({ values }) => values))]
        .flatMap((values) => Object.keys(values))
        .every((name) => !/SECRET|PASSWORD|TOKEN|_URI|_KEY/.test(name)),
    ['ARG VERSION', 'ARG SESSION_SECRET=x\nARG VERSION'],
  ],
  'takes files by COPY alone, each named in .dockerignore, and all that is named there': [
    ({ stages }) => {
      const all = stages.flatMap(({ instructions }) => instructions);
      const taken = all
        .filter(({ keyword, flags }) => keyword === 'COPY' && flags.from === undefined)
        .flatMap(({ words }) => words.slice(0, -1));
      const letIn = ignored.split('\n').flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
      const same = [...new Set(taken)].sort().join() === letIn.sort().join();
      return same && /^\*$/m.test(ignored) && all.every(({ keyword }) => keyword !== 'ADD');
    },
    ['COPY src src', 'COPY src test ./'],
  ],
};

function buildOf(text: string): Build {
  const { args, stages } = readDockerfile(text);
  return { args, stages, image: stages.at(-1)?.instructions ?? [] };
}

function copies(image: readonly Instruction[], from: string): readonly Instruction[] {
  return image.filter(({ keyword, flags }) => keyword === 'COPY' && flags.from === from);
}

function only(image: readonly Instruction[], name: string): Instruction | undefined {
  const [one, ...more] = image.filter(({ keyword }) => keyword === name);
  return more.length === 0 ? one : undefined;
}

describe('the image', () => {
  for (const [rule, [holds, [text, other]]] of Object.entries(rules)) {
    it(rule, () => {
      expect(holds(buildOf(file))).equal(true);
      const broken = file.replace(text, () => other);
      expect(broken).not.equal(file);
      expect(holds(buildOf(broken)), `with ${other}`).equal(false);
    });
  }
});
