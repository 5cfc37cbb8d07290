import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { serverUriVariable, shardsVariable } from '../support/run/server.ts';
import { startShardedCluster } from '../support/servers/shardedCluster.ts';
import { report } from './support/report.ts';

/** What is run on two shards: the queries of the public, and what stores write. */
const files = ['test/web/site/publicQueries.test.ts', 'test/storage/**/*.test.ts'];

describe('Shards', () => {
  it('runs the tests of queries and stores on two shards', async function () {
    const mongos = process.env.MONGOS_BINARY;
    if (!mongos) {
      console.log(
        'MONGOS_BINARY names no mongos, and the server that the program fetches has none: not run.',
      );
      return this.skip();
    }
    const cluster = await startShardedCluster(mongos);
    try {
      const started = performance.now();
      const run = ['node_modules/mocha/bin/mocha.js', '--parallel=false', ...files];
      const env = { ...process.env, [serverUriVariable]: cluster.uri, [shardsVariable]: '2' };
      const [status] = await once(spawn(process.execPath, run, { env, stdio: 'inherit' }), 'close');
      await report({
        title: 'Shards',
        about: `\`${files.join(' ')}\` on two shards, with what grows without end spread over both.`,
        command: 'MONGOS_BINARY=… npm run drill -- --grep Shards',
        figures: [
          { what: 'tests', goal: 'all pass', measured: status === 0 ? 'all passed' : 'some failed' },
          { what: 'time', measured: `${Math.round((performance.now() - started) / 1000)} s` },
        ],
      });
      expect(status).to.equal(0);
    } finally {
      await cluster.stop();
    }
  });
});
