import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { settings } from '../src/boot/settings.ts';
import { readConfig } from '../src/config.ts';

const production = {
  MODE: 'production',
  SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
  MONGODB_URI: 'mongodb://one.example,two.example/?replicaSet=rs0',
  PUBLIC_URL: 'https://label.example',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'label@mail.example',
};

function faultsOf(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    const [, ...faults] = (error as Error).message.split('\n');
    return faults.map((line) => line.trim());
  }
}

describe('config', () => {
  it('needs nothing in development', () => {
    const config = readConfig({});
    expect(config).to.include({
      mode: 'development',
      host: '127.0.0.1',
      port: 3000,
      databaseName: 'made-in-ess',
    });
    expect(config.services).to.deep.equal(['web', 'workers', 'clock']);
    expect(config.publicUrl).to.equal(undefined);
  });

  it('is documented completely in the guide, and nothing else is', () => {
    const guide = readFileSync(new URL('../docs/operation.md', import.meta.url), 'utf8');
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? []);
    const everybodysOwn = ['PATH', 'XDG_CACHE_HOME'];
    const ours = settings.filter((name) => !everybodysOwn.includes(name));
    expect(told.sort()).to.deep.equal(ours.sort());
  });

  it('is immutable', () => {
    expect(Object.isFrozen(readConfig({}))).to.equal(true);
  });

  it('removes the trailing slash of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3000/' }).publicUrl).to.equal('http://localhost:3000');
  });

  it('names every variable at fault at once', () => {
    const wrong = {
      MODE: 'staging',
      PORT: '70000',
      PUBLIC_URL: 'ftp://label.example',
      MONGODB_URI: 'mysql://x',
      MONGODB_NAME: 'a/b',
      SESSION_SECRET: 'short',
      SERVICES: 'web,dance',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong))
      .to.throw()
      .with.property('message')
      .that.satisfies((message: string) => Object.keys(wrong).every((name) => message.includes(`  ${name}`)));
  });

  /** A value that is wrong for each, and what is said instead of what the library would. */
  const sentences: [string, string, RegExp][] = [
    ['MODE', 'prod', /^must be development or production$/],
    ['PORT', 'abc', /^must be a whole number from 0 to 65535$/],
    ['PORT', '0x10', /^must be a whole number from 0 to 65535$/],
    ['METRICS_PORT', '-1', /^must be a whole number from 0 to 65535$/],
    ['BOUNCE_PORT', '1e3', /^must be a whole number from 0 to 65535$/],
    ['CLAMAV_PORT', '0', /^must be a whole number from 1 to 65535$/],
    ['DRAIN_SECONDS', '61', /^must be a whole number from 0 to 60$/],
    ['TRUSTED_PROXY_HOPS', 'yes', /^must be a whole number from 0 to 5$/],
    ['LOOKUPS_PER_MINUTE', '0', /^must be a whole number from 1 to/],
    ['FIRST_SPECIMENS', '1001', /^must be a whole number from 0 to 1000$/],
    ['PUBLIC_URL', 'label.example', /^must be an address as https:\/\/label\.example$/],
    ['PUBLIC_URL', 'https://label.example/label', /^must be a host alone/],
    ['PUBLIC_URL', 'https://a:b@label.example', /^must be a host alone/],
    ['PUBLIC_URL', 'https://label.example/?x=1', /^must be a host alone/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318', /^must be an address as http:/],
    ['TIMESTAMP_URL', 'ftp://x.example', /^must be an address as https:/],
    [
      'LOG_WITNESSES',
      'https://witness.example witness.example+00000000+BA==',
      /^must be witnesses between commas/,
    ],
    ['MONGODB_URI', 'localhost:27017', /^must be as mongodb:\/\/user:password@/],
    ['MONGODB_URI', 'mongodb://label:a/b@one.example/', /%2F/],
    ['MONGODB_URI', 'mongodb://label:a@b@one.example/', /%40/],
    ['MONGODB_NAME', 'a.b', /^must be letters without accents, digits, - and _/],
    ['EMBEDDED_DATABASE', 'yes', /^must be true or false$/],
    ['REQUIRE_STRONG_SIGN_IN', '1', /^must be true or false$/],
    ['SESSION_SECRET', 'short', /^must have at least 32 characters, as openssl rand/],
    ['SCIM_TOKEN', 'short', /^must have at least 32 characters, as openssl rand/],
    ['SMTP_URL', 'mail.example', /^must be an address as smtps:/],
    ['SMTP_URL', 'smtps://label:1/b@mail.example', /^must name a host after the password.*%2F/],
    ['MAIL_FROM', 'label', /^must be an address, or a name and an address in angle brackets$/],
    ['BOUNCE_ADDRESS', 'a+b@label.example', /^must be a short name without \+/],
    ['OIDC_ISSUER', 'accounts', /^must be an address as https:/],
    ['OIDC_STRONG_ACR', 'phr,,', /^must be values of the claim between commas/],
    ['SECURITY_CONTACT', 'me@label.example', /^must be an address as mailto:/],
    ['SECURITY_POLICY', 'http://label.example', /^must be an address as https:/],
    ['OPERATOR_NAME', 'x'.repeat(121), /^must be a text of at most 120 characters$/],
    ['CONTACT_EMAIL', 'me', /^must be an address, as label@/],
    ['CONTACT_PHONE', 'me', /^must be a telephone number$/],
    ['SERVICES', 'web,dance,sing', /^must be some of web, workers, clock, between commas$/],
    ['LOG_LEVEL', 'loud', /^must be fatal, error, warn, info, debug or silent$/],
  ];
  it('says of each that is wrong what it must be, once, in words of ours', () => {
    for (const [name, value, says] of sentences) {
      const [line = '', ...more] = faultsOf({ ...production, [name]: value }).filter((one) =>
        one.startsWith(`${name}:`),
      );
      expect(line.slice(name.length + 2), `${name}=${value}`).to.match(says);
      expect(more, name).to.deep.equal([]);
    }
  });

  it('takes one that is empty as one that is not set, as lists of settings leave them', () => {
    const empty = Object.fromEntries(settings.map((name) => [name, '']));
    expect(readConfig({ ...empty, PATH: '/bin', SESSION_SECRET_FILE: ' ' })).to.deep.equal(
      readConfig({ PATH: '/bin' }),
    );
    expect(faultsOf({ ...production, PUBLIC_URL: '' })).to.deep.equal([
      'PUBLIC_URL: must be set when MODE is production',
    ]);
  });

  it('takes addresses of servers as they come', () => {
    for (const uri of [
      'mongodb://one.example',
      'mongodb://127.0.0.1:27017/?directConnection=true',
      'mongodb://[::1]:27017,two.example:27018/made-in-ess?replicaSet=rs0&tls=true',
      'mongodb://label:a%2Fb%40c@one.example/?authSource=admin',
      'mongodb+srv://label:p.w-d@cluster.example/?retryWrites=true&w=majority',
    ])
      expect(readConfig({ MONGODB_URI: uri }).mongodbUri).to.equal(uri);
    const mail = { MAIL_FROM: 'label@mail.example' };
    for (const SMTP_URL of ['smtp://mail.example?requireTLS=true', 'smtps://label:a%2Fb@mail.example:465/'])
      expect(readConfig({ ...mail, SMTP_URL }).mail?.url).to.equal(SMTP_URL);
  });

  it('never repeats a secret in its fault', () => {
    expect(() => readConfig({ SESSION_SECRET: 'hush-hush' }))
      .to.throw()
      .with.property('message')
      .not.include('hush');
  });

  it('takes a secret from the file that its name with _FILE names, and says of the file alone what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'made-in-ess-config-'));
    const file = join(folder, 'uri');
    writeFileSync(file, 'mongodb://one.example\n');
    expect(readConfig({ MONGODB_URI_FILE: file }).mongodbUri).to.equal('mongodb://one.example');
    const both = { MONGODB_URI_FILE: file, MONGODB_URI: 'mongodb://other.example' };
    expect(() => readConfig(both)).to.throw(/MONGODB_URI: must not be set together with MONGODB_URI_FILE/);
    const none = { SESSION_SECRET_FILE: join(folder, 'none') };
    expect(() => readConfig(none)).to.throw(/SESSION_SECRET_FILE: \S+none is not there$/);
    expect(() => readConfig({ SESSION_SECRET_FILE: folder })).to.throw(
      /SESSION_SECRET_FILE: \S+ is a folder$/,
    );
    writeFileSync(file, '\n');
    // Of production too nothing else is said: the setting is there, and its file is at fault.
    expect(faultsOf({ ...production, SESSION_SECRET: undefined, SESSION_SECRET_FILE: file })).to.deep.equal([
      `SESSION_SECRET_FILE: ${file} is empty`,
    ]);
    writeFileSync(file, 'hush-hush');
    expect(() => readConfig({ SESSION_SECRET_FILE: file }))
      .to.throw(/SESSION_SECRET/)
      .with.property('message')
      .not.include('hush');
    rmSync(folder, { recursive: true });
  });

  it('asks production for its secret, its address and its mail server', () => {
    expect(() => readConfig({ MODE: 'production' })).to.throw(
      /SESSION_SECRET.*PUBLIC_URL.*SMTP_URL.*MAIL_FROM/s,
    );
  });

  it('requires the public address for workers without a web, because letters and certificates name it', () => {
    expect(() => readConfig({ SERVICES: 'workers' })).to.throw(/PUBLIC_URL/);
    expect(readConfig({ SERVICES: 'workers', PUBLIC_URL: 'http://localhost:3000' }).services).to.deep.equal([
      'workers',
    ]);
  });

  it('requires mail server and sender together', () => {
    const mail = {
      SMTP_URL: 'smtps://label:secret@mail.example',
      MAIL_FROM: 'Made in ESS <label@mail.example>',
    };
    expect(readConfig({}).mail).to.equal(null);
    expect(readConfig(mail).mail).to.deep.equal({ url: mail.SMTP_URL, from: mail.MAIL_FROM });
    expect(() => readConfig({ SMTP_URL: mail.SMTP_URL })).to.throw(/MAIL_FROM/);
    expect(() => readConfig({ MAIL_FROM: mail.MAIL_FROM })).to.throw(/SMTP_URL/);
    expect(readConfig({ ...production, ...mail }).mode).to.equal('production');
  });

  it('refuses an invalid mail server without repeating its password, and a sender that could forge a header', () => {
    expect(() => readConfig({ SMTP_URL: 'http://label:hush@mail.example', MAIL_FROM: 'a@b.ch' }))
      .to.throw(/SMTP_URL/)
      .with.property('message')
      .not.include('hush');
    for (const from of ['nobody', 'a@b.ch\r\nBcc: c@d.ch', 'Label\n <a@b.ch>', 'a@b.ch, c@d.ch', '<>']) {
      expect(() => readConfig({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: from }), from).to.throw(
        /MAIL_FROM/,
      );
    }
  });

  it('requires complete settings of an identity provider, encrypted or on this machine', () => {
    const oidc = {
      OIDC_ISSUER: 'https://accounts.example',
      OIDC_CLIENT_ID: 'made-in-ess',
      OIDC_CLIENT_SECRET: 'hush-hush',
      OIDC_NAME: 'Chambre',
    };
    expect(readConfig({}).oidc).to.equal(null);
    expect(readConfig(oidc).oidc).to.deep.equal({
      issuer: 'https://accounts.example',
      clientId: 'made-in-ess',
      clientSecret: 'hush-hush',
      name: 'Chambre',
      strong: { acr: [], amr: [] },
    });
    const strong = { OIDC_STRONG_ACR: 'phr, phrh', OIDC_STRONG_AMR: 'hwk' };
    expect(readConfig({ ...oidc, ...strong }).oidc?.strong).to.deep.equal({
      acr: ['phr', 'phrh'],
      amr: ['hwk'],
    });
    for (const name of Object.keys(oidc)) {
      expect(() => readConfig({ ...oidc, [name]: undefined }), name)
        .to.throw(new RegExp(name))
        .with.property('message')
        .not.include('hush');
    }
    expect(readConfig({ ...oidc, OIDC_ISSUER: 'http://localhost:8080' }).oidc?.issuer).to.include('8080');
    for (const issuer of ['http://accounts.example', 'ftp://accounts.example', 'accounts']) {
      expect(() => readConfig({ ...oidc, OIDC_ISSUER: issuer }), issuer).to.throw(/OIDC_ISSUER/);
    }
  });

  it('requires strong sign-in of staff in production unless disabled', () => {
    expect(readConfig({}).requireStrongSignIn).to.equal(false);
    expect(readConfig({ REQUIRE_STRONG_SIGN_IN: 'true' }).requireStrongSignIn).to.equal(true);
    expect(readConfig(production).requireStrongSignIn).to.equal(true);
    expect(readConfig({ ...production, REQUIRE_STRONG_SIGN_IN: 'false' }).requireStrongSignIn).to.equal(
      false,
    );
    expect(() => readConfig({ REQUIRE_STRONG_SIGN_IN: 'yes' })).to.throw(/REQUIRE_STRONG_SIGN_IN/);
  });

  it('seeds 60 specimens in development or as many as set, and none in production', () => {
    expect(readConfig({}).firstSpecimens).to.equal(60);
    expect(readConfig({ FIRST_SPECIMENS: '7' }).firstSpecimens).to.equal(7);
    expect(readConfig({ FIRST_SPECIMENS: '0' }).firstSpecimens).to.equal(0);
    expect(readConfig(production).firstSpecimens).to.equal(0);
    expect(readConfig({ ...production, FIRST_SPECIMENS: '0' }).firstSpecimens).to.equal(0);
  });

  it('trusts no proxy unless a number is set', () => {
    expect(readConfig({})).to.include({ trustedProxyHops: 0, lookupsPerMinute: 600 });
    expect(readConfig({ TRUSTED_PROXY_HOPS: '2' }).trustedProxyHops).to.equal(2);
    for (const hops of ['-1', '1.5', 'all']) {
      expect(() => readConfig({ TRUSTED_PROXY_HOPS: hops }), hops).to.throw(/TRUSTED_PROXY_HOPS/);
    }
  });

  it('accepts a virus scanner by socket or by host, and refuses half a setting or both', () => {
    expect(readConfig({}).clamav).to.equal(null);
    expect(readConfig({ CLAMAV_SOCKET: '/run/clamd' }).clamav).to.deep.equal({ socket: '/run/clamd' });
    expect(readConfig({ CLAMAV_HOST: 'clamd' }).clamav).to.deep.equal({ host: 'clamd', port: 3310 });
    expect(readConfig({ CLAMAV_HOST: 'clamd', CLAMAV_PORT: '33' }).clamav).to.deep.equal({
      host: 'clamd',
      port: 33,
    });
    expect(() => readConfig({ CLAMAV_PORT: '3310' })).to.throw(/CLAMAV_HOST/);
    expect(() => readConfig({ CLAMAV_HOST: 'clamd', CLAMAV_PORT: '0' })).to.throw(/CLAMAV_PORT/);
    expect(() => readConfig({ CLAMAV_HOST: 'clamd', CLAMAV_SOCKET: '/run/clamd' })).to.throw(/CLAMAV_SOCKET/);
  });
});
