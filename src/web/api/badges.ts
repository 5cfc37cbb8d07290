import type { Language } from '../../criteria/scheme.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { type PublicStatus, statusToday } from '../../register/publicStatus.ts';
import { isLanguage } from '../../words/i18n.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import { readEntry } from '../readEntry.ts';
import type { Web, WebRouter } from '../state.ts';
import { type BadgeForm, badgeForms, type WebDeps } from '../webDeps.ts';

/** Width in pixels of a PNG of each form. */
const widths: Readonly<Record<BadgeForm, number>> = { large: 512, standard: 512, mark: 128 };

/** What is asked of a badge besides its number. */
interface Wanted {
  readonly format: 'svg' | 'png';
  readonly form: BadgeForm;
  readonly language: Language;
}

/** The badge of a label as it stands today: `?form=large|standard|mark`, `?language=` one of ours. */
export function badgeRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/badges/:file', openToAll, async (ctx) => {
    const { number, format } = fileOf(ctx.params.file ?? '');
    const entry = await readEntry(deps, number);
    const status = statusToday(entry, dayOf(deps.clock.now().toISOString()));
    const form = formOf(ctx.query.form);
    const { language = entry.language } = ctx.query;
    if (!isLanguage(language)) throw fault('language');
    const wanted = { format, form, language };
    ctx.body = (await issuedBytes(deps, entry, status, wanted)) ?? (await draw(deps, entry, status, wanted));
    ctx.type = format === 'svg' ? 'image/svg+xml' : 'image/png';
  });
}

function fileOf(file: string): { number: string; format: 'svg' | 'png' } {
  const [, number = '', format] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
  if (format !== 'svg' && format !== 'png') throw new LabelError('notFound');
  return { number, format };
}

function formOf(asked: unknown): BadgeForm {
  const form = badgeForms.find((known) => known === (asked ?? 'large'));
  if (!form) throw fault('form');
  return form;
}

function fault(field: string): LabelError {
  return new LabelError('invalid', { faults: [{ field, code: 'notAnOption' }] });
}

/** The stored badge, when it is the one asked for and says what is true today. */
async function issuedBytes(
  { files }: WebDeps,
  entry: Entry,
  { word }: PublicStatus,
  { format, form, language }: Wanted,
): Promise<Buffer | null> {
  if (form !== 'large' || language !== entry.language || (word !== 'active' && word !== 'provisional'))
    return null;
  const kind = format === 'svg' ? 'badgeSvg' : 'badgePng';
  const file = entry.files.findLast((issued) => issued.kind === kind);
  return file ? ((await files.read(file.digest))?.bytes ?? null) : null;
}

async function draw(
  { badges }: WebDeps,
  entry: Entry,
  status: PublicStatus,
  { format, form, language }: Wanted,
): Promise<string | Buffer> {
  const svg = await badges.draw(entry, status, form, language);
  return format === 'svg' ? svg : badges.png(svg, widths[form]);
}
