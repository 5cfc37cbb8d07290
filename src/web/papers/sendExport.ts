import type { Export } from '../../commands/common/exportPart.ts';
import { sendZip } from '../http/sendZip.ts';
import type { WebContext } from '../http/state.ts';
import { exportReadme } from './exportReadme.view.ts';

/** Answers with an export as one ZIP, the note that says what is in it first. */
export function sendExport(ctx: WebContext, { parts, guide }: Export): void {
  const now = ctx.deps.clock.now();
  const readme = { name: 'README.txt', text: exportReadme(guide, now, ctx.words) };
  sendZip(ctx, `made-in-ess-${now.toISOString().slice(0, 10)}.zip`, [readme, ...parts], now);
}
