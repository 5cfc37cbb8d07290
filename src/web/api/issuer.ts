import { requireVisible } from '../../commands/common/requireVisible.ts';
import { LabelError } from '../../errors.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { didDocument, didOf } from '../../register/didDocument.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { sendConformity, sendCredential, sendJsonLd } from '../register/labelForms.ts';
import { listPart } from '../schemas/proof.ts';
import { withSeals } from './withSeals.ts';

/**
 * What a credential is verified with, open to programs in any browser: the keys of the issuer, the status lists, the
 * credentials themselves, the newest of a label or those of a revision.
 */
export function issuerRoutes(router: WebRouter, { deps }: Web): void {
  const { store, publicUrl } = deps;
  router.get('/.well-known/did.json', openToAll, async (ctx) => {
    const keys = (await store.issuerKeys()).filter(({ distrustedAt }) => distrustedAt === null);
    if (keys.length === 0) throw new LabelError('notFound');
    const document = didDocument(didOf(publicUrl), keys);
    ctx.body = JSON.stringify(withSeals(document, await store.sealAnchors()));
    ctx.type = 'application/did+json';
  });
  router.get('/status/:list', openToAll, async (ctx) => {
    const asked = listPart.list.safeParse(ctx.params.list);
    const [purpose, n] = asked.success ? asked.data.split('-') : [];
    const isOurs = purpose === 'revocation' || purpose === 'suspension';
    sendJsonLd(ctx, requireVisible(isOurs && (await store.statusList(purpose, Number(n)))).credential);
  });
  const credential = (ctx: WebContext) => sendCredential(ctx, deps);
  router.get('/credentials/:number', openToAll, credential);
  router.get('/credentials/:number/:revision', openToAll, credential);
  const conformity = (ctx: WebContext) => sendConformity(ctx, deps);
  router.get('/conformity/:number', openToAll, conformity);
  router.get('/conformity/:number/:revision', openToAll, conformity);
  router.get(`/achievements/${schemeId}/:version`, openToAll, (ctx) => {
    const { version = '' } = ctx.params;
    if (!deps.schemes.has(version)) throw new LabelError('notFound');
    ctx.redirect(`/${ctx.words.language}/criteria/${version}`);
  });
}
