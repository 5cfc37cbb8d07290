import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import Router from '@koa/router';
import Koa from 'koa';
import mongoose from 'mongoose';
import { loadSchemes } from '../../../dist/modules/src/boot/loadSchemes.js';
import { createI18n } from '../../../dist/modules/src/i18n/i18n.js';
import { themeForm } from '../../../dist/modules/src/web/application/answers/theme.view.js';
import { loadAssets } from '../../../dist/modules/src/web/http/assets/assets.js';
import { view } from '../../../dist/modules/src/web/http/view.js';
import { themePage } from '../../../dist/modules/templates/pages/application/theme.js';

// The same page by the shortest way: who is asking, what the form shows, the product's own view model and template. No
// view laid over the reads, no ties, no limits, no headers, no signature of the cookie.
const { uri, dbName, publicUrl } = JSON.parse(process.argv[2]);
const client = await new mongoose.mongo.MongoClient(uri, { readConcern: { level: 'majority' } }).connect();
const database = client.db(dbName);
const assets = loadAssets('production');
const i18n = createI18n();
const schemes = await loadSchemes(fileURLToPath(new URL('../../../criteria/made-in-ess', import.meta.url)));

const router = new Router({ prefix: '/:language' });
router.get('/applications/:id/themes/:theme', async (ctx) => {
  const key = ctx.cookies.get('__Host-session', { signed: false });
  const session = await database
    .collection('sessions')
    .findOne({ _id: createHash('sha256').update(key).digest('hex'), expiresAt: { $gt: new Date() } });
  const asker = await database.collection('people').findOne({ _id: session.personId });
  const { id, theme } = ctx.params;
  const application = await database.collection('applications').findOne({ _id: id });
  const { organisationId, criteriaVersion } = application.context;
  const member = asker.memberships.find((one) => one.organisationId === organisationId);
  if (!member) ctx.throw(404);
  const [assessment, , organisation, records, appeals] = await Promise.all([
    database.collection('selfAssessments').findOne({ _id: id }),
    database.collection('evidence').find({ applicationId: id }).sort({ _id: 1 }).toArray(),
    database.collection('organisations').findOne({ _id: organisationId }),
    database
      .collection('records')
      .find({ stream: `applications/${id}` })
      .sort({ seq: 1 })
      .toArray(),
    database.collection('appeals').find({ 'context.applicationId': id }).sort({ _id: -1 }).toArray(),
  ]);
  ctx.state = { ...ctx.state, asker, hasSession: true };
  ctx.session = JSON.parse(session.data);
  const file = {
    application: { ...application, id, organisationId, criteriaVersion, decision: null },
    organisation: { ...organisation, id: organisationId },
    role: member.role,
    assessment: { ...assessment, applicationId: id },
    documents: [],
    published: schemes.get(criteriaVersion),
    earlier: null,
    history: records.flatMap(({ at, facts }) => facts.map((fact) => ({ fact, at }))),
    information: [],
    appeals,
    label: null,
  };
  const form = themeForm(file, theme, ctx.words);
  const refusal = { typed: {}, faults: {}, summary: [], sure: {} };
  ctx.render(themePage, { ...form, sponsored: null, lastCycle: {}, rivals: [], refusal, saved: false });
});

const app = new Koa();
app.use((ctx, next) => {
  ctx.words = i18n.fr;
  ctx.here = '/applications';
  return next();
});
app.use(view({ mode: 'production', specimen: false, publicUrl, mailbox: null }, assets));
app.use(router.routes());
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
