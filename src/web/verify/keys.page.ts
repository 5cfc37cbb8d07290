import { keysPage as page } from '../../../templates/pages/verify/keys.ts';
import { sealCertificates } from '../../commands/verify/sealCertificates.ts';
import { trustRoots } from '../../commands/verify/trustRoots.ts';
import { didOf } from '../../register/didDocument.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { keysView } from './keys.view.ts';

/** What a stranger checks our files by without us: the root, the certificates of the seal, the keys of credentials. */
export function keysPage(router: WebRouter, { deps }: Web): void {
  router.get('/verify/keys', async (ctx) => {
    const [roots, seals] = await Promise.all([trustRoots(deps), sealCertificates(deps)]);
    ctx.render(page, keysView({ did: didOf(deps.publicUrl), root: roots.at(-1) ?? null, seals }, ctx.words));
  });
}
