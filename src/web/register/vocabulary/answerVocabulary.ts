import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { openToAll } from '../../http/securityHeaders.ts';
import type { WebContext } from '../../http/state.ts';
import type { WebDeps } from '../../http/webDeps.ts';
import { criteriaVocabulary, criterionNode, themeNode, vocabularyNode } from './criteriaVocabulary.view.ts';

const jsonLd = 'application/ld+json';

/**
 * Answers JSON-LD at the address of a version of the criteria, a theme or a criterion where a program asks for it. False where a
 * page is requested, or nothing in particular.
 */
export async function answerVocabulary(
  ctx: WebContext,
  { schemes, publicUrl }: Pick<WebDeps, 'schemes' | 'publicUrl'>,
): Promise<boolean> {
  ctx.vary('Accept');
  const wanted = ctx.accepts('html', 'json', jsonLd);
  if (wanted === false || wanted === 'html') return false;
  const { version = '', theme, criterion } = ctx.params;
  const published = requireVisible(schemes.get(version));
  const { themes, criteria } = published.scheme;
  const document = () => {
    if (theme !== undefined) {
      const found = requireVisible(themes.find((one) => one.id === theme));
      return vocabularyNode(themeNode(published, found, publicUrl));
    }
    if (criterion === undefined) return criteriaVocabulary(published, publicUrl);
    const found = requireVisible(criteria.find(({ id }) => id === criterion));
    return vocabularyNode(criterionNode(published, found, publicUrl));
  };
  await openToAll(ctx, async () => {
    ctx.body = JSON.stringify(document());
    ctx.type = jsonLd;
  });
  return true;
}
