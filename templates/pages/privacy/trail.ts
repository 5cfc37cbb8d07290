import type { TrailLine } from '../../../src/commands/privacy/views/viewTrail.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** What was done with a file, by which side, the oldest first. */
export function trail(frame: Frame, lines: readonly TrailLine[]): Html {
  const { t, date } = frame;
  return html`<p class="quiet small">${t('trail.lead')}</p>
<ol class="trail">
  ${lines.map((line) => html`<li><span class="trail__on">${date(line.on)} · ${t(`trail.side.${line.side}`)}</span>${textOf(frame, line)}</li>`)}
</ol>`;
}

function textOf({ t, has }: Frame, { fact, count }: TrailLine): string {
  if (fact === 'evidence.read') return t('trail.read', { count });
  const own = `applicant.fact.${fact.replace('application.', '')}` as const;
  return has(own) ? t(own) : t(`journal.facts.${fact}`);
}
