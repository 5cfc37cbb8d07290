import { storeTrust } from '../../commands/verify/storeTrust.ts';
import { verifyFile } from '../../commands/verify/verifyFile.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { readNumber } from '../../register/number.ts';
import type { Words } from '../../words/i18n.ts';
import { isExplained, refusalOf } from '../forms/refusal.ts';
import { clientKey } from '../middleware/clientKey.ts';
import { fileOf, requireSize, uploadOf } from '../middleware/upload.ts';
import { verifiedFile } from '../presenters/verifiedFile.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';

/**
 * Where a number is typed or a file is brought by whoever was shown one. The file is read and forgotten: nothing is kept, no
 * session is read, so there is nothing that a form from another site could change.
 */
export function verifyPage(router: WebRouter, { deps }: Web): void {
  const trust = storeTrust(deps);
  router.get('/verify', (ctx) => {
    const typed = typeof ctx.query.number === 'string' ? ctx.query.number.trim() : '';
    const read = readNumber(typed);
    if (read.kind === 'notANumber') return ctx.render('verify', { typed, notANumber: typed !== '' });
    const number = read.kind === 'number' ? read.number : encodeURIComponent(typed);
    ctx.redirect(`/${ctx.words.language}/labels/${number}`);
  });
  router.post('/verify', async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('multipart')) throw new LabelError('badRequest');
    requireSize(ctx);
    await deps.limits.take('filesFromClient', clientKey(ctx.ip));
    ctx.state.upload = await uploadOf(ctx);
    try {
      await answer(ctx);
    } catch (error) {
      if (!(error instanceof LabelError) || !isExplained(error)) throw error;
      ctx.render('verify', { typed: '', fileFault: faultOf(error, ctx.words) });
      ctx.status = error.status;
    }
  });

  async function answer(ctx: WebContext): Promise<void> {
    const { bytes, name } = fileOf(ctx);
    const today = dayOf(deps.clock.now().toISOString());
    const verification = await verifyFile({ trust, readingBack: deps.readingBack }, bytes, today);
    ctx.render('verifiedFile', verifiedFile(name, verification, ctx.words));
  }
}

/** What is wrong with what was brought; of a file that is too large, what a form for evidence advises would help nobody here. */
function faultOf(error: LabelError, words: Words): string | undefined {
  if (error.faults.some(({ code }) => code === 'fileTooLarge'))
    return words.t('verification.unread.tooLarge');
  return refusalOf(error, {}, words).faults.file;
}
