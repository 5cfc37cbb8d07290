import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { secretSettings } from '../../src/boot/settingFiles.ts';
import { settings } from '../../src/boot/settings.ts';
import { chartDigestLine } from '../support/deploy/renderChart.ts';

const rendered = readFileSync(new URL('../golden/chart.yaml', import.meta.url), 'utf8');

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const container = z.object({
  name: z.string(),
  image: z.string(),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  resources: z.object({
    requests: z.record(z.string(), z.string()),
    limits: z.record(z.string(), z.string()),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.object({ mountPath: z.string(), readOnly: z.boolean().optional() })),
});
/** Under the profile "restricted": https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
const deployment = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.literal(0) }) }),
    template: z.object({
      spec: z.object({
        automountServiceAccountToken: z.literal(false),
        securityContext: z.object({
          runAsNonRoot: z.literal(true),
          runAsUser: z.literal(1000),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        containers: z.tuple([container]),
      }),
    }),
  }),
});

/** As those are, and with a volume that is kept. */
const cronJob = z.object({
  spec: z.object({
    concurrencyPolicy: z.literal('Forbid'),
    jobTemplate: z.object({
      spec: z.object({
        template: z.object({
          spec: deployment.shape.spec.shape.template.shape.spec.extend({
            restartPolicy: z.literal('Never'),
            containers: z.tuple([
              container
                .pick({ name: true, image: true, resources: true, securityContext: true, volumeMounts: true })
                .extend({ args: z.tuple([z.literal('backup'), z.literal('/backups/')]).rest(z.string()) }),
            ]),
            volumes: z.array(
              z.object({
                name: z.string(),
                persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
              }),
            ),
          }),
        }),
      }),
    }),
  }),
});

type Manifest = { readonly kind: string; readonly spec?: unknown; readonly data?: Record<string, string> };

function manifestsOf(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS())
    .filter(Boolean);
}

const ofKind = (all: readonly Manifest[], kind: string) => all.filter((one) => one.kind === kind);
const containersOf = (all: readonly Manifest[]) =>
  ofKind(all, 'Deployment').map((one) => deployment.parse(one).spec.template.spec.containers[0]);

const backupOf = (all: readonly Manifest[]) =>
  z.tuple([cronJob]).parse(ofKind(all, 'CronJob'))[0].spec.jobTemplate.spec.template.spec;

/** What the manifests must be, and an edit after which they are not. */
const rules: Readonly<
  Record<string, readonly [(all: readonly Manifest[]) => boolean, readonly [string | RegExp, string]]>
> = {
  'run as a user without rights, on a root that nobody writes': [
    (all) =>
      backupOf(all).containers.length === 1 &&
      ofKind(all, 'Deployment').every((one) => deployment.safeParse(one).success),
    ['readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'],
  ],
  'are web, workers and clock, each alone': [
    (all) =>
      containersOf(all)
        .flatMap(({ env }) => env.map(({ value }) => value))
        .sort()
        .join() === 'clock,web,workers',
    ['value: clock', 'value: web'],
  ],
  'are started anew for /healthz alone, and asked for work where /readyz says so': [
    (all) =>
      containersOf(all).every(
        ({ startupProbe, livenessProbe, readinessProbe }) =>
          startupProbe.httpGet.path === '/healthz' &&
          livenessProbe.httpGet.path === '/healthz' &&
          readinessProbe.httpGet.path === '/readyz',
      ),
    [/livenessProbe:\s+httpGet: \{ path: \/healthz/, 'livenessProbe:\n            httpGet: { path: /readyz'],
  ],
  'write into data and temporary files alone, and a backup into its volume': [
    (all) =>
      [...containersOf(all), backupOf(all).containers[0]].every(({ name, volumeMounts }) => {
        const written = volumeMounts.filter(({ readOnly }) => readOnly !== true);
        const paths = written.map(({ mountPath }) => mountPath).join();
        return paths === (name === 'backup' ? '/data,/tmp,/backups' : '/data,/tmp');
      }),
    ['mountPath: /keys, readOnly: true', 'mountPath: /keys'],
  ],
  'make backups one at a time, encrypted, so many of them, into a volume that is kept': [
    (all) => {
      const { volumes, containers } = backupOf(all);
      const kept = volumes.filter(({ persistentVolumeClaim }) => persistentVolumeClaim);
      return (
        kept.map(({ name }) => name).join() === 'backups' &&
        ['--recipient', '--keep'].every((option) => containers[0].args.includes(option))
      );
    },
    ['- --recipient', '- --unencrypted'],
  ],
  'have a budget for disruption each': [
    (all) => ofKind(all, 'PodDisruptionBudget').length === ofKind(all, 'Deployment').length,
    ['kind: PodDisruptionBudget', 'kind: Other'],
  ],
  'are reached, and reach, by a policy of the network': [
    (all) => {
      const policy = z.object({
        spec: z.object({
          policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
          ingress: z.array(z.object({ from: z.array(z.unknown()).min(1) })).min(2),
        }),
      });
      const [one, ...more] = ofKind(all, 'NetworkPolicy');
      return policy.safeParse(one).success && more.length === 0;
    },
    ['policyTypes: [Ingress, Egress]', 'policyTypes: [Ingress]'],
  ],
  'set what the program knows, and no secret but by a file': [
    (all) =>
      ofKind(all, 'ConfigMap').every(({ data = {} }) =>
        Object.keys(data).every(
          (name) =>
            settings.includes(name.replace(/_FILE$/, '')) &&
            (!/SECRET|PASSWORD|URI|SMTP_URL/.test(name) || name.endsWith('_FILE')),
        ),
      ),
    ['MONGODB_URI_FILE:', 'MONGODB_URI:'],
  ],
  'name a release of the image': [
    (all) =>
      [...containersOf(all), backupOf(all).containers[0]].every(({ image }) =>
        /:\d+\.\d+\.\d+$|@sha256:/.test(image),
      ),
    ['image: made-in-ess:0.1.0', 'image: made-in-ess:latest'],
  ],
};

describe('the manifests of deploy/chart', () => {
  it('take every secret from a file of the Secret, and none from the settings', () => {
    const { settings: plain, secrets } = z
      .object({
        settings: z.object({ propertyNames: z.object({ not: z.object({ pattern: z.string() }) }) }),
        secrets: z.object({
          properties: z.object({ keys: z.object({ items: z.object({ enum: z.array(z.string()) }) }) }),
        }),
      })
      .parse(
        JSON.parse(readFileSync(new URL('../../deploy/chart/values.schema.json', import.meta.url), 'utf8'))
          .properties,
      );
    const names = secretSettings.map((name) => name.toLowerCase().replaceAll('_', '-'));
    expect([...secrets.properties.keys.items.enum].sort()).deep.equal(names.sort());
    const refused = new RegExp(plain.propertyNames.not.pattern);
    expect(secretSettings.filter((name) => !refused.test(name))).deep.equal([]);
  });

  it('are rendered from the chart as it is: `node --import tsx test/golden/writeChart.ts` renders them anew', () => {
    expect(rendered.split('\n')[0]).equal(chartDigestLine());
  });

  for (const [rule, [holds, [found, other]]] of Object.entries(rules)) {
    it(rule, () => {
      expect(holds(manifestsOf(rendered))).equal(true);
      const broken = rendered.replace(found, () => other);
      expect(broken).not.equal(rendered);
      const isBroken = () => {
        try {
          return !holds(manifestsOf(broken));
        } catch (error) {
          if (error instanceof z.ZodError) return true;
          throw error;
        }
      };
      expect(isBroken(), `with ${other}`).equal(true);
    });
  }

  it('refuses backups that are encrypted to nobody, in its schema and as it is rendered', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../../deploy/chart/${name}`, import.meta.url), 'utf8');
    const { $schema: _, ...schema } = JSON.parse(read('values.schema.json'));
    const isValid = new Ajv2019().compile(schema);
    const { backup, ...values } = parse(read('values.yaml'));
    const taken = (also: object) => isValid({ ...values, backup: { ...backup, ...also } });
    const recipients = [`age1${'q'.repeat(58)}`];
    expect(taken({ enabled: false }), 'as it comes').to.equal(true);
    expect(taken({ enabled: true, recipients }), 'encrypted').to.equal(true);
    expect(taken({ enabled: true, recipients: [] }), 'to nobody').to.equal(false);
    expect(read('templates/backup.yaml')).to.match(/if not \.Values\.backup\.recipients \}\}\{\{ fail "/);
  });
});
