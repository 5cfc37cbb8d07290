import { makeBadge } from 'badge-maker';
import Koa from 'koa';
import { drawBadge } from '../../../dist/issuing/badge/badge.js';
import { labelNumber } from '../../../dist/register/number.js';

const look = { status: 'active', language: 'fr', form: process.argv[3], specimen: false };
const draws = {
  product: (number) => drawBadge({ ...look, number, address: `https://label.example/labels/${number}` }),
  'badge-maker': (number) => makeBadge({ label: 'Made in ESS', message: number }),
};
const draw = draws[process.argv[2]];
let running = 0;
const app = new Koa();
app.use((ctx) => {
  running = (running + 97) % 100_000;
  ctx.body = draw(labelNumber(26, running));
  ctx.type = 'image/svg+xml';
});
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
