import { createHash } from 'node:crypto';
import Router from '@koa/router';
import Koa from 'koa';
import mongoose from 'mongoose';
import { boardStates } from '../../../dist/commands/boardStates.js';
import { dayOf } from '../../../dist/register/day.js';
import { loadAssets } from '../../../dist/web/assets.js';
import { staffBoard } from '../../../dist/web/presenters/staffBoard.js';
import { view } from '../../../dist/web/view.js';
import { createI18n } from '../../../dist/words/i18n.js';

// The same page by the shortest way: who is asking, what the board shows, the product's own view model and template. No
// view laid over the reads, no ties, no limits, no headers, no signature of the cookie.
const { uri, dbName, publicUrl } = JSON.parse(process.argv[2]);
const client = await new mongoose.mongo.MongoClient(uri, { readConcern: { level: 'majority' } }).connect();
const database = client.db(dbName);
const i18n = createI18n();
const submitted = { submittedAt: { $gt: '' } };

const router = new Router({ prefix: '/:language' });
router.get('/board', async (ctx) => {
  const key = ctx.cookies.get('__Host-session', { signed: false });
  const session = await database
    .collection('sessions')
    .findOne({ _id: createHash('sha256').update(key).digest('hex'), expiresAt: { $gt: new Date() } });
  const asker = await database.collection('people').findOne({ _id: session.personId });
  if (!asker.roles.includes('officer')) ctx.throw(403);
  const counted = await database
    .collection('applications')
    .aggregate([
      { $match: { state: { $in: boardStates }, ...submitted } },
      { $group: { _id: '$state', n: { $sum: 1 } } },
    ])
    .toArray();
  const files = await database
    .collection('applications')
    .find(
      { state: { $in: boardStates }, ...submitted },
      { projection: { state: 1, submittedAt: 1, context: 1 } },
    )
    .sort({ _id: 1 })
    .limit(101)
    .toArray();
  const ids = [...new Set(files.map(({ context }) => context.organisationId))];
  const organisations = await database
    .collection('organisations')
    .find({ _id: { $in: ids } })
    .toArray();
  const byId = new Map(organisations.map((one) => [one._id, one]));
  const today = Date.parse(dayOf(new Date().toISOString()));
  const lines = files.map(({ _id, state, submittedAt, context }) => ({
    applicationId: _id,
    organisation: byId.get(context.organisationId).name,
    commune: byId.get(context.organisationId).commune,
    state,
    submittedAt,
    days: Math.round((today - Date.parse(dayOf(submittedAt))) / 86_400_000),
    dueAt: context.dueAt,
  }));
  ctx.state = { ...ctx.state, asker, hasSession: true };
  ctx.session = JSON.parse(session.data);
  const counts = new Map(counted.map(({ _id, n }) => [_id, n]));
  ctx.render('staff/board', staffBoard({ lines, counts, next: null }, null, ctx.words));
});

const app = new Koa();
app.use((ctx, next) => {
  ctx.words = i18n.fr;
  ctx.here = '/board';
  return next();
});
app.use(view({ mode: 'production', specimen: false, publicUrl, mailbox: null }, loadAssets('production')));
app.use(router.routes());
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
