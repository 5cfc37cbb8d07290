import { parentPort } from 'node:worker_threads';
import { serve } from './serve.ts';

const running = serve();
parentPort?.once('message', async () => {
  const { stop } = await running;
  await stop();
  process.exit(0);
});
await running;
