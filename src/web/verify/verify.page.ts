import { verifiedFilePage } from '../../../templates/pages/verify/verifiedFile.ts';
import { verifyPage as page, type VerifyView } from '../../../templates/pages/verify/verify.ts';
import { hasTokenKey } from '../../commands/common/hasTokenKey.ts';
import { labelsOfSites } from '../../commands/register/labelsOfSites.ts';
import { searchRegister } from '../../commands/register/searchRegister.ts';
import { storeTrust } from '../../commands/verify/trust.ts';
import { verifyFile } from '../../commands/verify/verifyFile.ts';
import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { prefixPattern } from '../../register/number.ts';
import { siteHost } from '../../register/siteHost.ts';
import { explains, refusalOf } from '../forms/refusal.ts';
import { allowScripts } from '../http/allowScripts.ts';
import { clientKey } from '../http/clientKey.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { openUpload } from '../http/uploads/openUpload.ts';
import { fileOf, requireSize } from '../http/uploads/upload.ts';
import { asLookedUp } from '../register/lookUpAll.ts';
import { searchKept } from '../register/register.form.ts';
import { severalView } from '../register/several.view.ts';
import { shownHost } from '../views/website.view.ts';
import { type SoughtSite, siteNotNamed, soughtView } from './sought.view.ts';
import { verifiedFile } from './verifiedFile.view.ts';

/** What reads a code on the page that scans; the decoder is fetched only by browsers that have none. */
const scripts = ['scan.js', 'qrDecode.js', 'qrIndex.js'];

const firstPage = { page: null, counted: false };

/**
 * Where a number, a name or a file is brought by whoever was shown one. The file is read and forgotten: nothing is kept, no
 * session is read, so there is nothing that a form from another site could change.
 */
export function verifyPage(router: WebRouter, { deps }: Web): void {
  const trust = storeTrust(deps);
  router.get('/verify', async (ctx) => {
    const today = dayOf(deps.clock.now().toISOString());
    const view = soughtView(ctx.query, today, deps.publicUrl, ctx.words);
    if ('next' in view) return ctx.redirect(view.next);
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    if ('host' in view) return showSite(ctx, view, today);
    if ('day' in view) {
      const { entries } = await searchRegister(deps, { text: view.text }, firstPage);
      const list = severalView(asLookedUp(entries, view.day, today), ctx.words);
      return showBox(ctx, { ...view, found: { list, heading: list.day, text: view.text, bySite: false } });
    }
    await showBox(ctx, view);
    if (Object.keys(view.faults).length > 0) ctx.status = 422;
  });
  router.post('/verify', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('multipart')) throw new LabelError('badRequest');
    requireSize(ctx);
    await deps.limits.take('filesFromClient', clientKey(ctx.ip));
    await openUpload(ctx, deps, async (upload) => {
      ctx.state.upload = upload;
      try {
        await answer(ctx);
      } catch (error) {
        if (!(error instanceof LabelError) || !explains(ctx, error)) throw error;
        await showBox(ctx, { typed: '', on: '', faults: { file: faultOf(error, ctx.words) } });
        ctx.status = error.status;
      }
    });
  });

  async function showSite(ctx: WebContext, view: SoughtSite, today: Day): Promise<void> {
    const entries = (await labelsOfSites(deps, [view.host])).get(view.host) ?? [];
    const website = entries[0]?.organisation.website;
    if (website === undefined) return showBox(ctx, siteNotNamed(view));
    const host = shownHost(siteHost(website));
    await showBox(ctx, {
      ...view,
      found: {
        list: severalView(asLookedUp(entries, view.day || today, today), ctx.words),
        heading: ctx.words.t('lookup.site.found', { host }),
        text: host,
        bySite: true,
      },
    });
  }

  async function answer(ctx: WebContext): Promise<void> {
    const { bytes, name } = fileOf(ctx);
    const today = dayOf(deps.clock.now().toISOString());
    const verification = await verifyFile({ trust, readingBack: deps.readingBack }, bytes, today);
    ctx.render(verifiedFilePage, verifiedFile(name, verification, ctx.words));
  }

  async function showBox(ctx: WebContext, view: Omit<VerifyView, 'wallets' | 'prefix'>): Promise<void> {
    allowScripts(ctx, 'camera', scripts);
    // Before anything was issued there is no key that a wallet could be asked with.
    const wallets = deps.wallets !== null && (await hasTokenKey(deps.store));
    ctx.render(page, { ...view, prefix: prefixPattern, wallets });
  }
}

/** What is wrong with what was brought; of a file that is too large, what a form for evidence advises would help nobody here. */
function faultOf(error: LabelError, words: Translator): string {
  if (error.faults.some(({ code }) => code === 'fileTooLarge'))
    return words.t('verification.unread.tooLarge');
  return refusalOf(error, {}, words).faults.file ?? words.t('errors.invalid.text');
}
