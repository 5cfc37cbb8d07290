import { languages } from '../../criteria/scheme.ts';
import { LabelError } from '../../errors.ts';
import { addDays, dayOf } from '../../register/day.ts';
import type { Web, WebRouter } from '../http/state.ts';

/** RFC 9116, 2.5.5 wants less than a year; who reads a copy that is older asks again. */
const daysValid = 180;

/** Whom to tell of a weakness (RFC 9116), where the operator named someone. */
export function securityTxtRoute(router: WebRouter, { deps }: Web): void {
  router.get('/.well-known/security.txt', (ctx) => {
    const { securityContact, publicUrl, clock } = deps;
    if (!securityContact) throw new LabelError('notFound');
    const { contact, policy } = securityContact;
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${addDays(dayOf(clock.now().toISOString()), daysValid)}T00:00:00Z`,
      `Preferred-Languages: ${languages.join(', ')}`,
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      ...(policy === null ? [] : [`Policy: ${policy}`]),
    ];
    ctx.body = `${lines.join('\n')}\n`;
    ctx.type = 'text/plain; charset=utf-8';
  });
}
