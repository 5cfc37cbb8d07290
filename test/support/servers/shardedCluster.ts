import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { serverUser } from '../../../src/storage/database/run/localUri.ts';
import { freePort } from '../../../src/storage/database/run/port.ts';
import { startReplicaSet } from './replicaSet.ts';

/** Two shards behind a router. */
export interface ShardedCluster {
  readonly uri: string;
  stop(): Promise<void>;
}

const one = { size: 1, electionTimeoutMillis: 2000 } as const;

/** Starts the servers of two shards and of their configuration, and `mongos` before them. */
export async function startShardedCluster(mongos: string): Promise<ShardedCluster> {
  const config = await startReplicaSet({ ...one, name: 'config', role: 'configsvr' });
  const { keyFile } = config;
  const shards = [
    await startReplicaSet({ ...one, name: 'first', role: 'shardsvr', keyFile }),
    await startReplicaSet({ ...one, name: 'second', role: 'shardsvr', keyFile }),
  ];
  const port = await freePort();
  const place = ['--port', String(port), '--bind_ip', '127.0.0.1'];
  const router = spawn(mongos, ['--configdb', config.seeds, '--keyFile', keyFile, ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: router.stdout });
  await new Promise<void>((resolve, reject) => {
    router.once('error', reject);
    router.once('exit', (code) => reject(new Error(`mongos ended while it started: ${code}`)));
    lines.on('line', (line) => line.includes('"Waiting for connections"') && resolve());
  });
  // The user of the configuration servers is the user of the cluster.
  const ownPassword = new URL(config.uri.replace(/,[^/]+/, '')).password;
  const uri = `mongodb://${serverUser}:${ownPassword}@127.0.0.1:${port}/?authSource=admin`;
  const client = new mongoose.mongo.MongoClient(uri);
  for (const { seeds } of shards) await client.db('admin').command({ addShard: seeds });
  await client.close();
  return {
    uri,
    stop: async () => {
      router.kill('SIGTERM');
      await Promise.all([config, ...shards].map((set) => set.stop()));
    },
  };
}
