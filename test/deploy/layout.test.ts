// Tier: all. Budget: 22 s.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import sharp from 'sharp';
import { Visitor } from '../../src/cli/demo/visitor.ts';
import { builtShortcut } from '../support/deploy/builtShortcut.ts';
import { frontProxy } from '../support/deploy/frontProxy.ts';
import { type LaidOutImage, layOutImage } from '../support/deploy/layOutImage.ts';
import { nodeOf } from '../support/deploy/nodeOf.ts';
import { type RunningImage, runImage, secretFile, writableBy } from '../support/deploy/runImage.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { testFolder } from '../support/run/folders.ts';
import { type TestService, testService } from '../support/run/service.ts';
import { type TestMailServer, testMailServer } from '../support/servers/mailServer.ts';

const publicUrl = 'https://label.example';
const secret = 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa';
/** Those that the service runs on; the image has the last of them. */
const majors = [20, 22, 24];

/** The very files of the image in a plain folder, its entry point and its health command: what no container is needed for. */
describe('the files of the image', () => {
  if (process.platform !== 'linux')
    return void it.skip('are not laid out: an image is made of files of Linux');
  let service: TestService;
  let mail: TestMailServer;
  let number: string;
  let image: LaidOutImage;
  before(async () => {
    service = await testService('image');
    mail = await testMailServer();
    ({ number } = await insertLabel(service, 'imprimerie'));
    const folder = await testFolder();
    chmodSync(folder, 0o755);
    image = layOutImage(folder, builtShortcut);
  });
  after(async () => {
    await mail.stop();
    await service.stop();
  });

  const start = (node?: string) =>
    runImage(
      image,
      {
        PUBLIC_URL: publicUrl,
        SESSION_SECRET_FILE: secretFile(image, 'session-secret', secret),
        MONGODB_URI_FILE: secretFile(image, 'mongodb-uri', service.uri),
        MONGODB_NAME: service.connection.name,
        SMTP_URL: mail.url,
        MAIL_FROM: 'label@label.example',
        TRUSTED_PROXY_HOPS: '1',
        SERVICES: 'web',
      },
      node,
    );

  it('cannot be written by their user', function () {
    const writable = writableBy(image, image.workdir);
    if (writable === null) {
      if (this.test) this.test.title += ': not tried, because only root can become another user';
      return this.skip();
    }
    expect(writable).equal('');
  });

  for (const major of majors) {
    it(`serve pages, pictures and a sign-in on Node.js ${major}, tell their health, and stop when asked`, async function () {
      const node = process.version.startsWith(`v${major}.`) ? process.execPath : await nodeOf(major);
      if (node === null) {
        if (this.test) this.test.title += ': not tried, because the registry of npm gives no answer';
        return this.skip();
      }
      expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).match(new RegExp(`^v${major}\\.`));
      const running = await start(node);
      try {
        await play(running);
        expect(running.health()).include({ status: 0, stdout: 'alive\n' });
        expect(running.health('--ready')).include({ status: 0, stdout: 'ready\n' });
      } finally {
        expect(await running.stop(), running.said()).equal(0);
      }
      expect(running.said()).include('Made in ESS is at').and.not.include(secret);
      expect(running.health())
        .property('stderr')
        .match(/gives no answer: .*ECONNREFUSED/);
    });
  }

  async function play({ port }: RunningImage): Promise<void> {
    const proxy = await frontProxy(port, publicUrl);
    try {
      const visitor = new Visitor(proxy.address);
      expect((await visitor.open('/fr')).html.querySelector('h1')).not.equal(null);
      expect((await visitor.open(`/fr/labels/${number}`)).html.textContent).include('Spécimen imprimerie');
      const badge = await sharp(await visitor.download(`/badges/${number}.png`)).metadata();
      expect(badge.format).equal('png');
      const email = `visitor-${port}@label.example`;
      const asked = await visitor.send(await visitor.open('/fr/sign-in'), '/sign-in', { email });
      const code = await codeTo(email);
      await visitor.send(asked, '/sign-in/code', { code });
      expect((await visitor.open('/fr/account')).html.textContent).include(email);
    } finally {
      await proxy.stop();
    }
  }

  async function codeTo(email: string): Promise<string> {
    for (;;) {
      const letter = mail.received.find(({ to }) => to.includes(email));
      if (letter) return /\b\d{6}\b/.exec(letter.mail.text ?? '')?.[0] ?? '';
      await wait(20);
    }
  }
});
