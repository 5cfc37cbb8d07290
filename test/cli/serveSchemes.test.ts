import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { freePort } from '../support/guides/freePort.ts';
import { builtCli } from '../support/servers/builtCli.ts';

/** What is of one label alone: its name and numbers, its region, its law and money, its languages, its colours. */
const ofGeneva =
  /Made in ESS|\bMIE-|Gen[èe]v|Genf\b|Ginevr|Nyon|Suisse|Schweiz|Svizzer|Swiss|\bCHE-|SIREN|[Ll][ée]man|\bCHF\b|Europe\/Zurich|hreflang="(?:fr|en)"|#0b4f54|#f2b134|#f07f5a|#fbf8f2|Solidarwirtschaft von hier|solidale di qui|#8b9494|#dfe3e1|#2f4a4a/g;
const ofTyrol = /Zusieme|\bZUS-|Bozen|Bolzano|S[üu]dtirol|Alto Adige|codice fiscale|#312e7a|#3d417e|#b7dd78/g;
const maxPages = 60;

describe('several labels in one process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  const settings = (name: string, lines: Readonly<Record<string, string | number>>) => {
    const file = join(folder, `${name}.env`);
    const text = Object.entries(lines).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(file, text.join(''));
    return file;
  };
  let child: ChildProcess;
  let said = '';
  const at = { geneva: '', tyrol: '' };

  before(async () => {
    const [first, second] = [await freePort(), await freePort()];
    const common = { FIRST_SPECIMENS: 4, LOG_LEVEL: 'silent' };
    const files = [
      settings('geneva', { ...common, PORT: first, DATA_DIR: join(folder, 'geneva') }),
      settings('tyrol', {
        ...{ ...common, SCHEME: 'specimen-south-tyrol' },
        ...{ PORT: second, DATA_DIR: join(folder, 'tyrol') },
      }),
    ];
    Object.assign(at, { geneva: `http://localhost:${first}`, tyrol: `http://localhost:${second}` });
    child = spawn(process.execPath, [builtCli, 'serve', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    const both = () => said.includes(`${at.geneva}/fr`) && said.includes(`${at.tyrol}/de`);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(said)));
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (text) => {
          said += String(text);
          if (both()) resolve();
        });
    });
  });

  after(async () => {
    child.removeAllListeners('exit');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended, said).to.deep.equal([0, null]);
    rmSync(folder, { recursive: true });
  });

  const numberAt = async (origin: string) => {
    const { labels } = (await (await fetch(`${origin}/api/v1/labels`)).json()) as {
      labels: { number: string }[];
    };
    return labels[0]?.number ?? '';
  };

  /** What of another label stands on the pages and files that are linked from some, each with where. */
  async function foreign(origin: string, beginnings: readonly string[], words: RegExp): Promise<string[]> {
    const known = new Set(beginnings);
    const found: string[] = [];
    for (const path of known) {
      const answer = await fetch(origin + path);
      expect(answer.status, path).to.be.lessThan(500);
      if (!/text|json|svg|xml|javascript/.test(answer.headers.get('content-type') ?? '')) continue;
      const text = await answer.text();
      found.push(...new Set([...text.matchAll(words)].map(([word]) => `${path}: ${word}`)));
      for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"#?]*)/g))
        if (known.size < maxPages && !href.startsWith('//')) known.add(href);
    }
    return found;
  }

  it('show nothing of each other, on pages, in style sheets, drawings and data', async () => {
    const files = (number: string, languages: readonly string[]) => [
      ...languages.flatMap((one) =>
        ['', '/how/rules', '/try', '/privacy', `/labels/${number}`].map((path) => `/${one}${path}`),
      ),
      ...['/api/v1/openapi.json', '/api/v1/register.csv', '/api/v1/register.jsonld', '/embed.js'],
      ...[
        `/badges/${number}.svg`,
        '/badges/none.svg',
        '/sitemap.xml',
        `/${languages[0]}/register/changes.atom`,
      ],
    ];
    const tyrol = files(await numberAt(at.tyrol), ['de', 'it']);
    expect(await foreign(at.tyrol, tyrol, ofGeneva)).to.deep.equal([]);
    const geneva = files(await numberAt(at.geneva), ['fr', 'en']);
    expect(await foreign(at.geneva, geneva, ofTyrol)).to.deep.equal([]);
  });

  it('do not know each other’s numbers and languages', async () => {
    const number = await numberAt(at.geneva);
    expect(number).to.match(/^MIE-/);
    expect((await fetch(`${at.tyrol}/api/v1/labels/${number}`)).status).to.equal(404);
    const verified = await fetch(`${at.tyrol}/de/verify?q=${number}`);
    expect(verified.status).to.equal(422);
    const page = await verified.text();
    expect(page).to.include('Sie beginnt mit MIE, unsere beginnen mit ZUS.').and.not.include('Made in ESS');
    expect((await fetch(`${at.tyrol}/fr`, { redirect: 'manual' })).status).to.not.equal(200);
    expect(await (await fetch(`${at.tyrol}/de/contact`)).text()).to.include('sekretariat@zusieme.example');
  });

  it('keep a session each in one browser, which is nothing to the other', async () => {
    const cookies = new Map<string, string>();
    const ask = async (url: string, fields?: Readonly<Record<string, string>>) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie, origin: new URL(url).origin },
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return answer;
    };
    const desks = { geneva: `${at.geneva}/fr/lists/files`, tyrol: `${at.tyrol}/de/lists/files` };
    const becomeOfficer = async (people: string) => {
      const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec(await (await ask(people)).text()) ?? [];
      expect((await ask(people, { csrf, person: 'officer@specimen.example' })).status).to.equal(303);
    };
    await becomeOfficer(`${at.geneva}/fr/dev/people`);
    expect((await ask(desks.tyrol)).status, 'a visitor there').to.equal(302);
    await becomeOfficer(`${at.tyrol}/de/dev/people`);
    for (const desk of Object.values(desks)) expect((await ask(desk)).status, desk).to.equal(200);
  });

  it('are refused when two of them would share what is each one’s own', () => {
    const files = ['a', 'b'].map((name) => settings(name, { PORT: 3999, DATA_DIR: join(folder, 'same') }));
    const { status, stderr } = spawnSync(process.execPath, [builtCli, 'serve', ...files], {
      encoding: 'utf8',
    });
    expect(status).to.equal(1);
    for (const name of ['SCHEME', 'PORT', 'DATA_DIR']) expect(stderr).to.include(`${name} is the same`);
  });
});
