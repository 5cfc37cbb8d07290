import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { linesOf } from '../../../src/cli/logAudit/report.ts';
import { auditOf } from '../../../src/cli/logAudit.ts';
import { findingCodes } from '../../../src/commands/transparency/audit/finding.ts';
import { Unread } from '../../../src/commands/transparency/audit/unread.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { builtCli } from '../../support/servers/builtCli.ts';
import { answering } from '../../support/transparency/answering.ts';
import { shownAs, statementOf, TestKey, TestLog } from '../../support/transparency/testLog.ts';

const words = createI18n();

describe('made-in-ess log audit', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof answering>>;
  const log = new TestLog();
  let files: Map<string, Buffer>;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'made-in-ess-'));
    for (let n = 1; n <= 300; n += 1) log.add('issued', statementOf(n));
    show();
    server = await answering(({ url }, res) => {
      const bytes = files.get((url ?? '').slice(1));
      if (bytes) res.end(bytes);
      else res.writeHead(404).end();
    });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  function show() {
    files = new Map([...log.files()].map(([path, bytes]) => [`log/${path}`, bytes]));
    const witnesses = log.witnesses.map(({ vkey }) => vkey);
    files.set(
      'log/keys.json',
      Buffer.from(JSON.stringify({ v: 1, log: log.key.vkey, witnesses, quorum: 2 })),
    );
    const labels = log.entries.map((_, i) => JSON.stringify(shownAs(statementOf(i + 1))));
    files.set('api/v1/register.jsonl', Buffer.from(labels.join('\n')));
  }
  const path = (name: string) => join(folder, name);
  const run = (options: Parameters<typeof auditOf>[1]) =>
    auditOf(server.address, options, words.en, { settle: async () => {} });
  const reasonOf = async (options: Parameters<typeof auditOf>[1]) => {
    try {
      await run(options);
    } catch (error) {
      if (error instanceof Unread) return `${error.code} ${error.about}`;
      throw error;
    }
    return 'read';
  };

  it('says at first where the key came from, and keeps head and keys for the next time', async () => {
    const first = await run({ state: path('state') });
    expect(first.code).equal(0);
    expect(first.lines[0]).match(/^First reading: the key label\.example\/log\+/);
    expect(first.lines[1]).match(/: the issuer chose them\. With --root/);
    expect(first.lines.slice(2, 4).join()).match(
      /^label\.example\/log: 300 entries, root .+=\..+witness1\.example: /,
    );
    expect(first.lines.slice(-4)).deep.equal([
      '300 labels compared with the open data and the trust bundle; 0 statements erased.',
      'Also compared, as the site serves them: 0 status lists and their age, 0 keys, 0 versions of the criteria, 0 roots of trust, the files of 0 labels.',
      'Not compared: pages, pictures and PDF files as they are displayed, and the time-stamps of their seals. Check a file with “made-in-ess verify”.',
      'Nothing that was compared has been changed, left out or contradicted.',
    ]);
    log.add('issued', statementOf(301), '2026-11-01T08:00:00.000Z');
    const earlier = files;
    show();
    files = new Map([...earlier, ...files]);
    const second = await run({ state: path('state') });
    expect(second.lines[0]).match(/: the issuer chose them\. With --root/);
    expect([second.code, second.lines[1]?.slice(0, 30)]).deep.equal([0, 'label.example/log: 301 entries']);
    const typed = path('typed');
    for (let n = 0; n < 2; n += 1) {
      const witness = log.witnesses.map(({ vkey }) => vkey);
      const chosen = await run({ state: typed, ...(n === 0 && { key: log.key.vkey, witness }) });
      expect(chosen.lines.join()).to.not.match(/the issuer chose them/);
    }
    expect(second.lines).include(
      'The log still begins with what was there at the last reading (300 entries).',
    );
    expect(JSON.parse(await readFile(path('state'), 'utf8')).checkpoint).include('\n301\n');
  });

  it('finds an older head and a rewritten past, and keeps the head that it knew', async () => {
    const kept = await readFile(path('state'), 'utf8');
    const today = files;
    files = new Map(files).set('log/checkpoint', Buffer.from(log.note(log.tree(log.entries.slice(0, 300)))));
    const older = await run({ state: path('state'), json: true });
    files = today;
    const data = JSON.parse(older.lines.join());
    const found = [
      { name: 'olderHead', head: 301 },
      { name: 'notInLog', label: 'MIE-26-00301-X' },
    ];
    expect([older.code, data.verdict, data.findings]).deep.equal([1, 'broken', found]);
    expect(data.note).include('\n300\n');
    expect(await readFile(path('state'), 'utf8')).equal(kept);
    const other = new TestLog();
    const text = other.note(log.tree(log.entries.slice(1, 200))).split('\n\n')[0];
    await writeFile(path('other'), `${text}\n\n${log.key.line(`${text}\n`, 0)}`);
    const shown = await run({ head: path('other') });
    expect(shown.code).equal(1);
    expect(shown.lines.join()).match(
      /✗ head of 199 entries: the log now begins differently\..*cannot be trusted/,
    );
  });

  it('takes keys that are typed instead, with as many witnesses as are wanted', async () => {
    const witness = [...log.witnesses, new TestKey('away.example', 4)].map(({ vkey }) => vkey);
    const key = log.key.vkey;
    expect((await run({ key, witness })).code).equal(0);
    const few = await run({ key, witness, quorum: '4' });
    expect([few.code, few.lines.at(-2)]).deep.equal([4, '✗ Public log: too few witnesses signed the head.']);
    expect((await run({ key })).lines).include('No known witness signed this head.');
    expect((await run({ key: new TestKey('label.example/log', 1).vkey })).code).equal(1);
    for (const [options, reason] of [
      [{ key: 'x' }, 'key x'],
      [{ key, witness: ['y'] }, 'key y'],
      [{ key, quorum: '1' }, 'key --quorum 1'],
      [{ key, witness, quorum: '-1' }, 'key --quorum -1'],
      [{ witness }, 'key --key'],
      [{ head: path('none') }, `state ${path('none')}`],
      [{ head: path('state') }, `state ${path('state')} (noSignatures)`],
      [{ state: path('other') }, `state ${path('other')}`],
    ] as const)
      expect(await reasonOf(options)).equal(reason);
  });

  it('shows nothing by which a log could hide what was found of it', async () => {
    const honest = files;
    const hiding = new TestLog();
    hiding.add('issued', statementOf(1, { number: `\u001b[1A\u001b[2K\u009b8m${'✓ '.repeat(50)}` }));
    const { vkey } = new TestKey('label.example/log\u001b[8m', 1);
    files = new Map([...hiding.files()].map(([name, bytes]) => [`log/${name}`, bytes]));
    files.set('api/v1/register.jsonl', Buffer.from(''));
    const told = await run({ key: hiding.key.vkey });
    files.set('log/keys.json', Buffer.from(JSON.stringify({ v: 1, log: vkey, witnesses: [], quorum: 0 })));
    const first = await run({});
    files = honest;
    expect([told.code, first.code]).deep.equal([3, 1]);
    expect([...told.lines, ...first.lines].join('')).to.not.match(/\p{C}/u);
    expect(Math.max(...told.lines.map((line) => line.length))).below(200);
  });

  it('names every finding and every reason in every language, and ends with 2 where nothing was read', () => {
    for (const language of ['fr', 'de', 'it', 'en'] as const) {
      const findings = Object.keys(findingCodes).map((name) =>
        words[language].t(`logAudit.findings.${name as keyof typeof findingCodes}`, { place: 'X' }),
      );
      expect(new Set(findings).size).equal(Object.keys(findingCodes).length);
    }
    const told = { name: 'changedEntry', entry: 7, label: 'L', tile: 'T', flaw: 'F' } as const;
    const report = {
      head: null,
      note: '',
      labels: 0,
      erased: 0,
      beside: { statusLists: 0, keys: 0, criteria: 0, roots: 0, files: 0 },
      findings: { told: [told], count: 3, code: 1 },
    };
    const keys = { v: 1 as const, log: '', witnesses: [], quorum: 0 };
    expect(
      linesOf({ report, heads: [], keys, isFirst: false, fromLog: false }, words.fr).slice(0, 2),
    ).deep.equal([
      '✗ entrée nº 7, label L, T : l’entrée n’est pas celle qui a été signée. [F]',
      'Et 2 autres constats.',
    ]);
    const gone = spawnSync(
      process.execPath,
      [builtCli, 'log', 'audit', 'http://127.0.0.1:9', '--language', 'de'],
      { encoding: 'utf8' },
    );
    expect([gone.status, gone.stdout]).deep.equal([2, '']);
    expect(gone.stderr).match(/^«keys\.json» antwortet nicht\. Prüfen Sie/);
    expect(existsSync(path('none'))).equal(false);
  });
});
