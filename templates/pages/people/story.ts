import type { OrganisationView } from '../../../src/web/views/organisation.view.ts';
import { button } from '../../components/button.ts';
import { checkbox } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface StoryView extends Pick<OrganisationView, 'organisation' | 'href' | 'mayEdit'> {
  readonly story: string;
  /** Whether the public can read it already. */
  readonly hasPublicPage: boolean;
  readonly limits: { readonly sentences: number; readonly letters: number };
}

/** Where an organisation writes its story for everybody, and says whether its needs are shown beside it. */
export function storyPage(frame: Frame, view: StoryView & FormState): Html {
  const { t, lang } = frame;
  const { organisation, href, mayEdit, story, hasPublicPage, refusal } = view;
  const title = t('story.title');
  return layout(
    frame,
    { title: titleOf(frame, title, view) },
    html`<div class="narrow">
${errorSummary(frame, refusal.summary)}
<p class="overline"><a href="${href}">${organisation.name}</a></p>
<h1>${title}</h1>
<p class="lead">${t('story.lead')}</p>
<p>${hasPublicPage ? html`<a href="/${lang}/organisations/${organisation.id}/labels">${t('story.public')}</a>` : t('story.notYet')}</p>
${mayEdit ? storyForm(frame, view) : html`<p class="typed">${story || t('story.none')}</p>`}
</div>`,
  );
}

function storyForm(frame: Frame, view: StoryView & FormState): Html {
  const { t } = frame;
  const { organisation, href, limits, values, refusal } = view;
  const sent = refusal.typed.story !== undefined;
  return html`<form method="post" action="${href}/story" novalidate>
  ${hidden(frame, organisation.revision)}
  ${textarea(frame, {
    name: 'story',
    label: t('story.label', { sentences: limits.sentences }),
    hint: t('story.hint', { letters: limits.letters }),
    value: values.story,
    error: refusal.faults.story,
    rows: 7,
  })}
  ${checkbox(frame, {
    name: 'showsNeeds',
    label: t('story.showsNeeds'),
    hint: t('story.showsNeedsHint'),
    value: (sent ? refusal.typed.showsNeeds : values.showsNeeds) === 'yes',
  })}
  ${button({ text: t('site.save') })}
</form>`;
}
