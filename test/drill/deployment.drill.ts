import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { goProgram } from '../support/deploy/goProgram.ts';
import { layOutImage } from '../support/deploy/layOutImage.ts';
import { nodeOf } from '../support/deploy/nodeOf.ts';
import { renderChart } from '../support/deploy/renderChart.ts';
import { runImage, secretFile } from '../support/deploy/runImage.ts';
import { freePort } from '../support/guides/freePort.ts';
import { isThere } from '../support/guides/isThere.ts';
import { testFolder } from '../support/run/folders.ts';
import { testDatabase } from '../support/run/server.ts';
import { report } from './support/report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('Deployment', () => {
  const figures: { what: string; measured: string }[] = [];
  after(() =>
    report({
      title: 'Deployment',
      about:
        'Every step of `deploy/Dockerfile` is done in plain folders, `npm ci` and the build among them, and what comes of it is started. ' +
        'Helm lints and renders the chart, the types of Kubernetes read its manifests, Compose and BuildKit their files; Caddy runs by its file ' +
        'before a server that says what it was asked. The demonstration is played by each Node.js.',
      command: 'npm run drill -- --grep Deployment',
      figures,
    }),
  );
  const measured = (what: string, value: string) => void figures.push({ what, measured: value });

  it('builds the image from what .dockerignore lets in, and starts it', async () => {
    const folder = await testFolder();
    chmodSync(folder, 0o755);
    const database = await testDatabase('image-drill');
    const started = performance.now();
    const image = layOutImage(folder);
    measured('all steps of the Dockerfile', `${Math.round((performance.now() - started) / 1000)} s`);
    const megabytes = execFileSync('du', ['-sm', image.workdir], { encoding: 'utf8' }).split('\t')[0];
    measured('files of the image over Node.js', `${megabytes} MB`);
    const begun = performance.now();
    const running = await runImage(image, {
      PUBLIC_URL: 'https://label.example',
      SESSION_SECRET_FILE: secretFile(image, 'session-secret', 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa'),
      MONGODB_URI_FILE: secretFile(image, 'mongodb-uri', database.uri),
      MONGODB_NAME: database.dbName,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'label@label.example',
    });
    measured('from its start to ready', `${((performance.now() - begun) / 1000).toFixed(1)} s`);
    expect(await running.stop(), running.said()).equal(0);
    await database.drop();
  });

  for (const major of [20, 22, 24]) {
    it(`leads the demonstration to its label on Node.js ${major}`, async function () {
      const node = await nodeOf(major);
      if (node === null) return this.skip();
      const dataDir = await testFolder();
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir };
      const { status, stdout, stderr } = spawnSync(node, ['dist/cli.js', 'demo', '--once'], {
        cwd: root,
        env,
        encoding: 'utf8',
      });
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
      measured(
        `demonstration on ${version}`,
        status === 0 ? 'to its label, with certificate and badge' : 'failed',
      );
      expect(status, stdout + stderr).equal(0);
      expect(readFileSync(join(dataDir, 'demo/certificate.pdf')).subarray(0, 5).toString()).equal('%PDF-');
    });
  }

  describe('with Go', () => {
    const absent = ['go', 'curl'].filter((program) => !isThere(program));
    if (absent.length > 0)
      return void it.skip(`is not drilled, because this machine has no ${absent.join(', ')}`);

    it('renders the manifests that the tests look at', () => {
      expect(renderChart()).equal(readFileSync(join(root, 'test/golden/chart.yaml'), 'utf8'));
      measured('chart, compose.yaml, Dockerfile', 'without a fault');
    });

    it('hands requests on by the rules of docs/operation.md', async () => {
      const asked: { url: string | undefined; forwarded: unknown; host: unknown }[] = [];
      const upstream = createServer((request, answer) => {
        const { url, headers } = request;
        if (url !== '/readyz')
          asked.push({ url, forwarded: headers['x-forwarded-for'], host: headers['x-forwarded-host'] });
        answer.end('answered\n');
      }).listen(0, '127.0.0.1');
      await once(upstream, 'listening');
      const folder = await testFolder();
      const [http, https] = [await freePort(), await freePort()];
      const proxy = spawn(
        goProgram('proxy'),
        ['run', '--config', join(root, 'deploy/proxy/Caddyfile'), '--adapter', 'caddyfile'],
        {
          env: {
            SITE: 'localhost',
            TLS: 'internal',
            UPSTREAMS: `127.0.0.1:${(upstream.address() as AddressInfo).port}`,
            HTTP_PORT: String(http),
            HTTPS_PORT: String(https),
            HOME: folder,
            XDG_DATA_HOME: folder,
            XDG_CONFIG_HOME: folder,
          },
        },
      );
      let log = '';
      for (const stream of [proxy.stdout, proxy.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          log += part;
        });
      const curl = (url: string, ...args: readonly string[]) =>
        new Promise<string>((resolve) => {
          const child = spawn('curl', ['-sk', '-o', '/dev/null', '-w', '%{http_code}', ...args, url]);
          let code = '';
          child.stdout.on('data', (part) => {
            code += part;
          });
          child.on('close', () => resolve(code));
        });
      try {
        const at = `https://localhost:${https}`;
        while ((await curl(`${at}/`)) !== '200') await wait(100);
        asked.length = 0;
        const hostile = ['-H', 'X-Forwarded-For: 203.0.113.9', '-H', 'X-Forwarded-Host: elsewhere.example'];
        const referring = ['-H', `Referer: ${at}/calendar/hush-in-referer.ics`];
        const answers = [
          await curl(`${at}/fr/labels?q=hush-in-query`, ...hostile, ...referring),
          await curl(`${at}/calendar/hush-in-calendar.ics`),
          await curl(`${at}/fr/questionnaires/hush-in-questionnaire`),
          await curl(`${at}/readyz`),
          await curl(`${at}/metrics`),
          await curl(`${at}/fr`, '--tls-max', '1.1'),
          await curl(`http://localhost:${http}/fr`),
          await curl(`http://localhost:${http}/fr`, '--request', 'POST'),
        ];
        expect(answers).deep.equal(['200', '200', '200', '404', '404', '000', '301', '403']);
        const host = `localhost:${https}`;
        expect(asked).deep.equal(
          [
            '/fr/labels?q=hush-in-query',
            '/calendar/hush-in-calendar.ics',
            '/fr/questionnaires/hush-in-questionnaire',
          ].map((url) => ({ url, forwarded: '127.0.0.1', host })),
        );
        // An answer is logged once it was given.
        while (!log.includes('"uri":"/calendar/"')) await wait(100);
        upstream.closeAllConnections();
        await once(upstream.close(), 'close');
        expect(await curl(`${at}/fr/questionnaires/hush-in-failure`)).match(/^50[23]$/);
        while (!log.includes('"status":50')) await wait(100);
        expect(log).not.include('hush').and.not.include('questionnaires');
        measured('Caddyfile', 'TLS 1.2 and newer, no query, calendar or questionnaire in its log');
      } finally {
        const closed = once(proxy, 'close');
        proxy.kill('SIGKILL');
        await closed;
      }
    });
  });
});
