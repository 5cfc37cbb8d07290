import { expect } from 'chai';
import fc from 'fast-check';
import { isGuessable } from '../../src/boot/isGuessable.ts';
import { readConfig } from '../../src/config.ts';

const random = 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa';
/** What each mode starts with. */
const modes = {
  development: {},
  production: {
    MODE: 'production',
    SESSION_SECRET: random,
    PUBLIC_URL: 'https://label.chambre.ch',
    SMTP_URL: 'smtps://mail.chambre.ch',
    MAIL_FROM: 'label@chambre.ch',
    MONGODB_URI: 'mongodb://one.chambre.ch,two.chambre.ch/?replicaSet=rs0',
  },
} as const;
type Mode = keyof typeof modes;

const development: readonly Mode[] = ['development'];
const production: readonly Mode[] = ['production'];
const both: readonly Mode[] = ['development', 'production'];
const neither: readonly Mode[] = [];

const oidc = {
  OIDC_ISSUER: 'https://accounts.chambre.ch',
  OIDC_CLIENT_ID: 'label',
  OIDC_CLIENT_SECRET: random,
  OIDC_NAME: 'Chambre',
};
const sender = { MAIL_FROM: 'label@chambre.ch' };

/** A setting, what it is set to, which modes refuse it, and what is set beside it. */
type Row = readonly [
  string,
  string | undefined,
  readonly Mode[],
  Readonly<Record<string, string | undefined>>?,
];

const rows: readonly Row[] = [
  ['HOST', '127.0.0.1', neither],
  ['HOST', '127.8.9.1', neither],
  ['HOST', 'localhost', neither],
  ['HOST', '::1', neither],
  ['HOST', '0.0.0.0', development],
  ['HOST', '::', development],
  ['HOST', '::ffff:127.0.0.1', development],
  ['HOST', '192.168.1.7', development],
  ['HOST', 'label.chambre.ch', development],
  ['HOST', 'localhost.chambre.ch', development],
  ['HOST', '127.0.0.1.nip.io', development],
  ['HOST', '', neither],
  ['PUBLIC_URL', 'http://localhost:3000', production],
  ['PUBLIC_URL', 'http://127.0.0.1:3000', production],
  ['PUBLIC_URL', 'http://[::1]:3000', production],
  ['PUBLIC_URL', 'https://label.chambre.ch', development],
  ['PUBLIC_URL', 'https://localhost.chambre.ch', development],
  ['PUBLIC_URL', 'https://localhost@chambre.ch', both],
  ['PUBLIC_URL', 'http://label.chambre.ch', both],
  ['PUBLIC_URL', 'http://192.168.1.7:3000', both],
  ['PUBLIC_URL', undefined, production],
  ['SESSION_SECRET', undefined, production],
  ['SESSION_SECRET', random, neither],
  ['SESSION_SECRET', 'x'.repeat(64), production],
  ['SESSION_SECRET', 'abc'.repeat(20), production],
  ['SESSION_SECRET', '0123456789abcdef'.repeat(3), production],
  ['SESSION_SECRET', 'correct horse battery staple, and more', production],
  ['SESSION_SECRET', `change-me-${random}`, production],
  ['SESSION_SECRET', 'short', both],
  ['SCIM_TOKEN', undefined, neither],
  ['SCIM_TOKEN', random, neither],
  ['SCIM_TOKEN', 'short', both],
  ['SCIM_TOKEN', `${random} `, both],
  ['SCIM_TOKEN', 'abc'.repeat(20), production],
  ['SCIM_TOKEN', `change-me-${random}`, production],
  ['SEAL_PASSWORD', undefined, neither],
  ['SEAL_PASSWORD', random, neither],
  ['SEAL_PASSWORD', 'seal', production],
  ['OIDC_CLIENT_SECRET', random, neither, oidc],
  ['OIDC_CLIENT_SECRET', 'label-label-label', production, oidc],
  ['OIDC_STRONG_ACR', 'phr, phrh', neither, oidc],
  ['OIDC_STRONG_AMR', 'hwk,mfa', neither, oidc],
  ['OIDC_STRONG_ACR', ',', both, oidc],
  ['OIDC_STRONG_ACR', 'phr', both],
  ['OIDC_STRONG_AMR', 'mfa', both],
  ['SMTP_URL', 'smtps://mail.chambre.ch', neither, sender],
  ['SMTP_URL', 'smtp://mail.chambre.ch', production, sender],
  ['SMTP_URL', 'smtp://mail.chambre.ch:587?requireTLS=false', production, sender],
  ['SMTP_URL', 'smtp://mail.chambre.ch:587?requireTLS=true', neither, sender],
  ['SMTP_URL', 'smtp://mail.chambre.ch?requireTLS=true&ignoreTLS=true', production, sender],
  ['SMTP_URL', 'smtps://mail.chambre.ch?secure=false', production, sender],
  ['SMTP_URL', 'smtps://mail.chambre.ch?tls.rejectUnauthorized=false', production, sender],
  ['SMTP_URL', 'smtp://localhost.chambre.ch', production, sender],
  ['SMTP_URL', 'smtp://127.0.0.1:25', neither, sender],
  ['SMTP_URL', 'smtp://[::1]:25', neither, sender],
  ['FIRST_SPECIMENS', '0', neither],
  ['FIRST_SPECIMENS', '60', production],
  ['FIRST_SPECIMENS', '1000', production],
  ['FIRST_SPECIMENS', '1001', both],
  ['FIRST_SPECIMENS', '-1', both],
  ['FIRST_SPECIMENS', 'many', both],
  ['MONGODB_URI', undefined, production],
  ['MONGODB_URI', undefined, neither, { EMBEDDED_DATABASE: 'true' }],
  ['MONGODB_URI', undefined, both, { EMBEDDED_DATABASE: 'false' }],
  ['EMBEDDED_DATABASE', 'true', both, { MONGODB_URI: 'mongodb://one.chambre.ch' }],
  ['EMBEDDED_DATABASE', 'false', neither, { MONGODB_URI: 'mongodb://one.chambre.ch' }],
];

describe('start rules', () => {
  for (const [name, value, refusing, beside = {}] of rows) {
    for (const mode of both) {
      const refused = refusing.includes(mode);
      const others = Object.entries(beside).map(([other, set]) => ` ${other}=${set}`);
      const title = `${mode} ${refused ? 'refuses' : 'starts with'} ${name}=${value ?? ''}`;
      it(`${title}${others.join('').slice(0, 60)}`, () => {
        const read = () => readConfig({ ...modes[mode], ...beside, [name]: value });
        if (!refused) expect(read().mode).to.equal(mode);
        else expect(read).to.throw(new RegExp(`^  ${name}: \\S`, 'm'));
      });
    }
  }

  it('suggests a fix in development instead of serving other hosts', () => {
    expect(() => readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://label.chambre.ch' })).to.throw(
      /HOST: in development .* take localhost, or set MODE=production\n {2}PUBLIC_URL: in development/,
    );
  });

  it('reports every fault at once, of single settings and of combinations', () => {
    const wrong = {
      MODE: 'production',
      PORT: '70000',
      SESSION_SECRET: 'x'.repeat(40),
      PUBLIC_URL: 'http://label.chambre.ch',
      SMTP_URL: 'smtp://mail.chambre.ch',
      CLAMAV_PORT: '3310',
    };
    const names = [
      'PORT',
      'SESSION_SECRET',
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'MONGODB_URI',
      'CLAMAV_HOST',
    ];
    expect(() => readConfig(wrong))
      .to.throw()
      .with.property('message')
      .that.satisfies((message: string) => names.every((name) => message.includes(`\n  ${name}: `)));
  });

  it('never repeats a secret that it refuses', () => {
    const hush = 'hush'.repeat(10);
    expect(() => readConfig({ ...modes.production, SESSION_SECRET: hush, SEAL_PASSWORD: 'hush' }))
      .to.throw()
      .with.property('message')
      .not.include('hush');
  });
});

describe('isGuessable', () => {
  const texts = {
    'openssl rand -base64 32': (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
    'openssl rand -hex 32': (bytes: Uint8Array) => Buffer.from(bytes).toString('hex'),
    'openssl rand -hex 16': (bytes: Uint8Array) => Buffer.from(bytes.slice(16)).toString('hex'),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`accepts what ${name} prints`, () => {
      // Drawn without the bias of the library towards small values, as a random source draws.
      const bytes = fc.noBias(fc.uint8Array({ minLength: 32, maxLength: 32 }));
      fc.assert(
        fc.property(bytes, (drawn) => !isGuessable(text(drawn), 24)),
        { numRuns: 2000 },
      );
    });
  }

  it('refuses short repetitions and sequences of characters', () => {
    const unit = fc.string({ minLength: 1, maxLength: 12 });
    fc.assert(fc.property(unit, (piece) => isGuessable(piece.repeat(64), 24)));
    fc.assert(
      fc.property(fc.integer({ min: 33, max: 60 }), fc.integer({ min: 0, max: 2 }), (from, step) =>
        isGuessable(String.fromCharCode(...Array.from({ length: 32 }, (_, i) => from + i * step)), 24),
      ),
    );
  });
});
