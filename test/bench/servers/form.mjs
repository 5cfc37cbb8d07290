import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { loadRules } from '../../../dist/modules/src/boot/loadRules.js';
import { loadSchemes } from '../../../dist/modules/src/boot/loadSchemes.js';
import { limitRules } from '../../../dist/modules/src/commands/ports/limitRules.js';
import { createStore } from '../../../dist/modules/src/storage/createStore.js';
import { createLimits } from '../../../dist/modules/src/storage/database/createLimits.js';
import { connect } from '../../../dist/modules/src/storage/database/database.js';
import { createSessions } from '../../../dist/modules/src/storage/people/createSessions.js';
import { createApp } from '../../../dist/modules/src/web/app.js';
import { closedRoutes } from '../../../dist/modules/src/web/closedRoutes.js';
import { openCaches } from '../../../dist/modules/src/web/http/cache/openCaches.js';

// The product's own web in production mode, with limits that a measurement does not meet.
const { uri, dbName, publicUrl, sessionSecret, guarded } = JSON.parse(process.argv[2]);
const connection = await connect(uri, dbName);
const clock = { now: () => new Date() };
const whole = createStore(connection, () => []);
// Without the layer: nobody has a tie, and every view shows everything.
const open = { ...whole, seenBy: () => open, tiesOf: async () => [] };
const rules = Object.entries(limitRules).map(([name, rule]) => [name, { ...rule, times: 1e9 }]);

const folder = (name) => fileURLToPath(new URL(`../../../criteria/made-in-ess/${name}`, import.meta.url));
const store = guarded ? whole : open;
// A page behind a session is never kept.
const unheard = { knownUntil: () => 0, onChange: () => {} };
const deps = {
  store,
  caches: openCaches(store, unheard, clock, 1 << 20),
  clock,
  ids: { next: () => ulid(undefined, () => randomInt(2 ** 32) / 2 ** 32) },
  schemes: await loadSchemes(folder('')),
  openVersion: '1.1.0',
  ...loadRules(),
  mode: 'production',
  publicUrl,
  specimen: false,
  sessionSecret,
  sessions: createSessions(connection, clock),
  limits: createLimits(connection, sessionSecret, Object.fromEntries(rules)),
  requireStrongSignIn: true,
  trustedProxyHops: 0,
  access: { provider: null },
  mailbox: null,
  demoAccounts: [],
  demonstration: null,
  log: { error: (data) => console.error(data) },
  security: { note: () => {} },
  securityContact: null,
};
const app = createApp(deps, async () => closedRoutes);
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
