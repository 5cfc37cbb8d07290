import { escapeXml } from '../drawing/escapeXml.ts';
import type { BadgeLookup } from './badgeData.ts';
import { markBadge } from './badgeMark.ts';
import { panelBadge } from './badgePanel.ts';
import { badgeSayings, saysDay } from './badgeSayings.ts';

/** What badges of one look share, as SVG: what stands before, between and after what is a label's own. */
export interface PreparedBadge {
  readonly beforeTitleNumber: string;
  /** From the number in the title to its outline, or to the end of a drawing without one. */
  readonly beforeNumber: string;
  readonly afterNumber: string | null;
  readonly end: string;
}

/** Prepared badges, form by language by status by day; a level of its own for each keeps the key of a look from being built. */
type Level<Next> = Map<string, Next>;
type Looks = Level<Level<Level<Level<PreparedBadge>>>>;
const looks: readonly [plain: Looks, specimen: Looks] = [new Map(), new Map()];

/** Days that are kept of one look: there is a new one each day at most. */
const maxDays = 400;

/** The prepared badge of a look, made once. */
export function preparedBadge(look: BadgeLookup): PreparedBadge {
  const { form, language, status, until, year, specimen } = look;
  const days = below(below(below(looks[specimen ? 1 : 0], form), language), status);
  const day = saysDay(status) ? `${until ?? ''} ${year ?? ''}` : '';
  const known = days.get(day);
  if (known) return known;
  if (days.size === maxDays) days.clear();
  const prepared = prepare(look);
  days.set(day, prepared);
  return prepared;
}

function below<Next>(level: Level<Level<Next>>, key: string): Level<Next> {
  const known = level.get(key);
  if (known) return known;
  const made: Level<Next> = new Map();
  level.set(key, made);
  return made;
}

/** No number holds it: it marks where one goes in a title. */
const placeholder = '\u0000';

function prepare(look: BadgeLookup): PreparedBadge {
  const { word, title } = badgeSayings({ ...look, number: placeholder });
  const [before = '', after = ''] = escapeXml(title).split(placeholder).map(narrow);
  const drawing = look.form === 'mark' ? markBadge(look) : panelBadge(look, word);
  const { width, height } = drawing;
  return {
    beforeTitleNumber: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
      ` role="img" lang="${look.language}"><title>${before}`,
    ].join(''),
    beforeNumber: `${after}</title>${drawing.beforeNumber}`,
    afterNumber: drawing.afterNumber,
    end: `${drawing.last}</svg>\n`,
  };
}

/** Text without characters that need two bytes of memory: one of them doubles the whole drawing, and slows all done with it. */
function narrow(xml: string): string {
  return xml.replace(/[^ -~]/gu, (character) => `&#${character.codePointAt(0)};`);
}
