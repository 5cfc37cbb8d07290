import { makeBadge } from 'badge-maker';
import Koa from 'koa';
import { drawBadge } from '../../../dist/modules/src/issuing/badge/badge.js';
import { labelNumber } from '../../../dist/modules/src/register/number.js';

const [, , side, form] = process.argv;
const draws = {
  product: (number) =>
    drawBadge({
      number,
      status: 'active',
      language: 'fr',
      address: `https://label.example/labels/${number}`,
      form,
      specimen: false,
    }),
  'badge-maker': (number) => makeBadge({ label: 'Made in ESS', message: number }),
};
const draw = draws[side];
// Of a thousand labels, so that nothing kept from one badge is the next one.
const numbers = Array.from({ length: 1000 }, (_, i) => labelNumber(26, (i * 97) % 100_000));
let asked = 0;
const app = new Koa();
app.use((ctx) => {
  asked = (asked + 1) % numbers.length;
  ctx.type = 'image/svg+xml';
  ctx.body = draw(numbers[asked]);
});
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
