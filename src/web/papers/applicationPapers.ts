import { printProof } from '../../commands/application/views/printPapers.ts';
import { printDecision } from '../../commands/committee/views/printDecision.ts';
import { printWithdrawal } from '../../commands/committee/views/printWithdrawal.ts';
import { readAgreement } from '../../commands/label/views/readAgreement.ts';
import type { Asker } from '../../commands/ports/ports.ts';
import type { Language } from '../../criteria/scheme.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { paperNumber, sendPaper } from './sendPaper.ts';

/** The part of a path that holds the number of an application. */
type Part = 'id' | 'applicationId';
type Which = { readonly applicationId: string; readonly n: number; readonly language: Language };

/** Answers with the letter of a decision. */
export const sendDecision = numbered('decision', printDecision);
/** Answers with the proof of a submission. */
export const sendProof = numbered('proof', printProof);

/** Answers with the agreement as it was signed. */
export function sendAgreement(part: Part) {
  return async (ctx: WebContext): Promise<void> => {
    const applicationId = ctx.params[part] ?? '';
    await sendPaper(ctx, `${applicationId}-agreement`, () =>
      readAgreement(ctx.deps, askerOf(ctx), { applicationId }),
    );
  };
}

/** Answers with the letter of what was concluded on the withdrawal of the label that an address names. */
export async function sendWithdrawal(ctx: WebContext): Promise<void> {
  const { number = '' } = ctx.params;
  const which = { number, n: paperNumber(ctx), language: ctx.words.language };
  await sendPaper(ctx, `${number}-${which.n}-decision`, () => printWithdrawal(ctx.deps, askerOf(ctx), which));
}

function numbered(name: string, print: (deps: WebDeps, asker: Asker, which: Which) => Promise<Buffer>) {
  return (part: Part) =>
    async (ctx: WebContext): Promise<void> => {
      const applicationId = ctx.params[part] ?? '';
      const which = { applicationId, n: paperNumber(ctx), language: ctx.words.language };
      await sendPaper(ctx, `${applicationId}-${which.n}-${name}`, () => print(ctx.deps, askerOf(ctx), which));
    };
}
