import { hash } from 'node:crypto';
import { expect } from 'chai';
import { type AuditReport, auditLog } from '../../../../src/commands/transparency/audit/auditLog.ts';
import type { SeenHead } from '../../../../src/commands/transparency/audit/entryTimes.ts';
import { type FindingName, findingCodes } from '../../../../src/commands/transparency/audit/finding.ts';
import {
  erased,
  readEntry,
  shownFacts,
  statedFacts,
} from '../../../../src/commands/transparency/audit/said.ts';
import {
  besideFindings,
  bundleOf,
  shownAs,
  sourceOf,
  statementOf,
  TestKey,
  TestLog,
} from '../../../support/transparency/testLog.ts';

/** 600 labels, the first of which was suspended later, and one whose next certificate was dropped: two whole tiles and an unfinished one. */
function exampleLog() {
  const log = new TestLog();
  for (let n = 1; n <= 600; n += 1) log.add('issued', statementOf(n));
  log.add('suspended', statementOf(1, { state: 'suspended' }));
  log.add('dropped', statementOf(2, { revision: 2 }));
  const labels = [shownAs(statementOf(1, { state: 'suspended' }))];
  for (let n = 2; n <= 600; n += 1) labels.push(shownAs(statementOf(n)));
  return { log, files: log.files(), labels, heads: [] as SeenHead[], settled: () => {} };
}
type Example = ReturnType<typeof exampleLog>;

const size = 602;
const now = new Date('2026-11-29T12:00:00Z');

function audit({ log, files, labels, heads, settled }: Example): Promise<AuditReport> {
  const settle = async () => settled();
  return auditLog({
    source: sourceOf(files, labels),
    policy: log.policy,
    heads,
    now,
    today: '2026-11-29',
    settle,
  });
}

const headOf = (log: TestLog, length: number): SeenHead => {
  const tree = log.tree(log.entries.slice(0, length));
  return { size: length, root: tree.root(), witnesses: [] };
};
const bundle = 'tile/entries/001';
const flip = (bytes: Buffer | undefined, at: number) => {
  const flipped = Buffer.from(bytes ?? []);
  flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
  return flipped;
};

/** What is done to the log, and what must be found then. */
const cases: Record<string, readonly [(example: Example) => void, readonly string[]]> = {
  'one entry was changed': [
    ({ log, files }) => {
      const entries = log.entries.slice(256, 512);
      entries[44] = Buffer.from(String(entries[44]).replace('issued', 'revised'));
      files.set(bundle, bundleOf(entries));
    },
    ['changedEntry entry 300'],
  ],
  'an entry was changed with its tile and all above it, the head was not': [
    ({ log, files }) => {
      const { checkpoint } = Object.fromEntries(files);
      log.entries[300] = Buffer.from(String(log.entries[300]).replace('issued', 'revised'));
      for (const [path, bytes] of log.files()) files.set(path, bytes);
      files.set('checkpoint', checkpoint ?? Buffer.alloc(0));
    },
    ['otherRoot'],
  ],
  'an entry was left out': [
    ({ log, files }) => files.set(bundle, bundleOf(log.entries.slice(256, 512).toSpliced(44, 1))),
    ['hiddenEntry tile tile/entries/001 flaw fewEntries'],
  ],
  'entries are not shown at all': [
    ({ files }) => files.delete(bundle),
    ['hiddenEntry tile tile/entries/001'],
  ],
  'an entry was added that the head does not count': [
    ({ log, files }) => files.set(bundle, bundleOf([...log.entries.slice(256, 512), Buffer.from('{}')])),
    ['changedEntry tile tile/entries/001 flaw tileLength'],
  ],
  'an entry was left out, and everything signed anew at the same size': [
    ({ log, files, heads }) => {
      heads.push(headOf(log, 400));
      log.entries.splice(300, 1);
      log.statements.splice(300, 1);
      log.add('issued', statementOf(601));
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['splitView head 400', 'notInLog label MIE-26-00301-X', 'notInOpenData label MIE-26-00601-X'],
  ],
  'the log shows somebody else another head of the same size': [
    ({ log, heads }) => heads.push({ ...headOf(log, 601), size }),
    ['splitView head 602'],
  ],
  'an older head is shown again': [
    ({ log, files, heads, labels }) => {
      heads.push(headOf(log, size));
      log.entries.length = 500;
      log.statements.length = 500;
      labels.length = 500;
      labels[0] = shownAs(statementOf(1));
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['olderHead head 602'],
  ],
  'a hash in a tile was changed': [
    ({ files }) => files.set('tile/0/001', flip(files.get('tile/0/001'), 100)),
    ['rewrittenTile tile tile/0/001'],
  ],
  'a tile is cut': [
    ({ files }) => files.set('tile/0/001', files.get('tile/0/001')?.subarray(32) ?? Buffer.alloc(0)),
    ['rewrittenTile tile tile/0/001'],
  ],
  'an upper tile was changed': [
    ({ files }) => files.set('tile/1/000.p/2', flip(files.get('tile/1/000.p/2'), 0)),
    ['rewrittenTile tile tile/1/000.p/2'],
  ],
  'an upper tile is missing': [
    ({ files }) => files.delete('tile/1/000.p/2'),
    ['rewrittenTile tile tile/1/000.p/2'],
  ],
  'the head is signed by somebody else': [
    ({ log, files }) => {
      const other = new TestKey('label.example/log', 1);
      const [text = ''] = String(files.get('checkpoint')).split('\n\n');
      files.set('checkpoint', Buffer.from(`${text}\n\n${other.line(`${text}\n`, 0)}`));
      log.at += 1;
    },
    ['badHead flaw notSigned'],
  ],
  'the size of the head was changed': [
    ({ files }) =>
      files.set('checkpoint', Buffer.from(String(files.get('checkpoint')).replace('602', '601'))),
    ['badHead flaw wrongSignature'],
  ],
  'one witness of three saw it': [
    ({ log, files }) => files.set('checkpoint', Buffer.from(log.note(log.tree(), log.witnesses.slice(2)))),
    ['fewWitnesses'],
  ],
  'an entry is none': [
    ({ log, files, labels }) => {
      log.entries[300] = Buffer.from('{"v":2}');
      labels.splice(300, 1);
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['entryUnread entry 300'],
  ],
  'an entry gives a later time than the witnesses that saw it': [
    ({ log, files }) => {
      log.add('issued', statementOf(600), '2026-11-20T08:00:00.000Z');
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['entryAhead entry 602 label MIE-26-00600-X time 2026-11-20T08:00:00.000Z'],
  ],
  'an entry is dated back behind those before it': [
    ({ log, files }) => {
      log.add('issued', statementOf(600), '2026-01-13T08:00:00.000Z');
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['entryLate entry 602 label MIE-26-00600-X time 2026-01-13T08:00:00.000Z'],
  ],
  'a statement is missing': [
    ({ log, files }) => {
      log.statements[601] = '';
      files.set(
        'statements/002.p/90',
        Buffer.from(
          log.statements
            .slice(512, 601)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      );
    },
    ['noStatement entry 601 label MIE-26-00002-X', 'openDataDiffer label MIE-26-00002-X'],
  ],
  'a statement was changed': [
    ({ log, files }) => {
      log.statements[601] = JSON.stringify(statementOf(2, { organisation: 'Faux SA' }));
      files.set(
        'statements/002.p/90',
        Buffer.from(
          log.statements
            .slice(512)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      );
    },
    ['otherStatement entry 601 label MIE-26-00002-X', 'openDataDiffer label MIE-26-00002-X'],
  ],
  'a statement is that of another label': [
    ({ log, files, labels }) => {
      log.add('issued', statementOf(700));
      log.entries[602] = Buffer.from(String(log.entries[602]).replace('00700', '00701'));
      for (const [path, bytes] of log.files()) files.set(path, bytes);
      labels.push(shownAs(statementOf(701)));
    },
    ['otherStatement entry 602 label MIE-26-00701-X', 'openDataDiffer label MIE-26-00701-X'],
  ],
  'the open data still call a suspended label valid': [
    ({ labels }) => labels.splice(0, 1, shownAs(statementOf(1))),
    ['openDataDiffer label MIE-26-00001-X'],
  ],
  'the open data say a word that their own history does not give': [
    ({ labels }) =>
      labels.splice(0, 1, {
        ...shownAs(statementOf(1, { state: 'suspended' })),
        status: 'active',
        valid: true,
      }),
    ['openDataDiffer label MIE-26-00001-X'],
  ],
  'the open data name another organisation': [
    ({ labels }) => labels.splice(6, 1, shownAs(statementOf(7, { organisation: 'Faux SA' }))),
    ['openDataDiffer label MIE-26-00007-X'],
  ],
  'the open data show a label twice': [
    ({ labels }) => labels.push(shownAs(statementOf(3))),
    ['openDataDiffer label MIE-26-00003-X'],
  ],
  'the open data show a label that was never entered': [
    ({ labels }) => labels.push(shownAs(statementOf(999))),
    ['notInLog label MIE-26-00999-X'],
  ],
  'the open data leave out a label': [
    ({ labels }) => labels.splice(6, 1),
    ['notInOpenData label MIE-26-00007-X'],
  ],
  'a statement was erased, and its label is still shown': [
    ({ log, files }) => {
      log.statements[9] = erased;
      for (const [path, bytes] of log.files()) files.set(path, bytes);
    },
    ['openDataDiffer label MIE-26-00010-X'],
  ],
};

describe('commands/transparency/auditLog', () => {
  it('finds nothing in a log that was not touched, with heads of every kind of size kept before', async () => {
    const example = exampleLog();
    for (const length of [1, 255, 256, 257, 512, 601, size]) example.heads.push(headOf(example.log, length));
    const { findings, head, labels, erased } = await audit(example);
    expect(findings.told).deep.equal([]);
    expect(findings.code).equal(0);
    expect([head?.size, head?.witnesses.length, labels, erased]).deep.equal([size, 3, 600, 0]);
  });

  it('finds nothing in an empty log, nor in one whose erased label is gone from the open data', async () => {
    const empty = { ...exampleLog(), labels: [], log: new TestLog() };
    expect((await audit({ ...empty, files: empty.log.files() })).findings.told).deep.equal([]);
    const example = exampleLog();
    example.log.statements[9] = erased;
    example.labels.splice(9, 1);
    const { findings, ...report } = await audit({ ...example, files: example.log.files() });
    expect([findings.told, report.erased]).deep.equal([[], 1]);
  });

  it('believes nothing that says a name twice, of which programs read one value or the other', () => {
    const twice = (json: string) =>
      json.replace('{', '{"status":"active","state":"active","type":"restored",');
    const shown = JSON.stringify(shownAs(statementOf(1, { state: 'suspended' })));
    const [once, both] = [shown, twice(shown)].map((line) => shownFacts(line, '2026-02-01'));
    expect([both?.number, both?.facts === once?.facts]).deep.equal([once?.number, false]);
    const statement = JSON.stringify(statementOf(1, { state: 'suspended' }));
    const { number } = statementOf(1);
    const entry = (text: string) => {
      const time = '2026-01-15T08:00:00.000Z';
      return { number, revision: 1, sha256: hash('sha256', text), time, type: 'suspended', v: 1 as const };
    };
    expect(statedFacts(entry(statement), statement)).not.equal(null);
    expect(statedFacts(entry(twice(statement)), twice(statement))).equal(null);
    const written = JSON.stringify(entry(statement));
    expect(readEntry(Buffer.from(written))).deep.equal(entry(statement));
    expect(readEntry(Buffer.from(twice(written)))).equal(null);
  });

  it('names each finding by what was done to the log', async () => {
    for (const [title, [spoil, expected]] of Object.entries(cases)) {
      const example = exampleLog();
      spoil(example);
      const { findings } = await audit(example);
      const told = findings.told.map((finding) =>
        Object.entries(finding)
          .flatMap(([key, value]) => (key === 'name' ? [value] : [key, value]))
          .join(' '),
      );
      expect(told, title).deep.equal(expected);
      const codes = expected.map((one) => findingCodes[one.split(' ')[0] as FindingName]);
      expect(findings.code, title).equal(Math.min(...codes));
    }
  });

  it('has a case for every finding', () => {
    const found = Object.values(cases).flatMap(([, expected]) => expected.map((one) => one.split(' ')[0]));
    const inTheLog = Object.keys(findingCodes).filter((name) => !besideFindings.some((one) => one === name));
    expect([...new Set(found)].sort()).deep.equal(inTheLog.sort());
  });

  it('waits for what was decided a moment ago, and tells only what is still so', async () => {
    const example = exampleLog();
    example.labels.push(shownAs(statementOf(700)), shownAs(statementOf(800)));
    const settled = () => {
      example.log.add('issued', statementOf(700), '2026-11-01T08:00:00.000Z');
      for (const [path, bytes] of example.log.files()) example.files.set(path, bytes);
    };
    const { findings, head } = await audit({ ...example, settled });
    expect(findings.told).deep.equal([{ name: 'notInLog', label: 'MIE-26-00800-X' }]);
    expect(head?.size).equal(size + 1);
  });

  it('finds what is changed or taken back between two heads of one reading', async () => {
    const changed = exampleLog();
    changed.labels.push(shownAs(statementOf(800)));
    const settled = () => {
      changed.log.entries[601] = Buffer.from('{"v":1}');
      changed.log.add('issued', statementOf(800));
      for (const [path, bytes] of changed.log.files()) changed.files.set(path, bytes);
    };
    const names = async (example: Example) => (await audit(example)).findings.told.map(({ name }) => name);
    expect(await names({ ...changed, settled })).include('changedEntry');
    const taken = exampleLog();
    taken.labels.push(shownAs(statementOf(800)));
    const back = () => {
      taken.files.set(
        'checkpoint',
        Buffer.from(taken.log.note(taken.log.tree(taken.log.entries.slice(0, 600)))),
      );
    };
    expect(await names({ ...taken, settled: back })).include('olderHead');
  });
});
