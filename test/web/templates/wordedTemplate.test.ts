import { expect } from 'chai';
import type { MessageKey } from '../../../src/messages.ts';
import { wordedTemplate } from '../../../src/web/templates/wordedTemplate.ts';
import { createI18n } from '../../../src/words/i18n.ts';

const { fr, de } = createI18n();

describe('a template with its words', () => {
  it('says in each language what it says on every page of it', () => {
    const source = `<a href="/{{ lang }}/verify">{{ t('nav.verify') }}</a>`;
    expect(wordedTemplate(source, fr)).to.equal(`<a href="/fr/verify">${fr.t('nav.verify')}</a>`);
    expect(wordedTemplate(source, de)).to.equal(`<a href="/de/verify">${de.t('nav.verify')}</a>`);
  });

  it('has its words escaped, and nothing in them is read as a template', () => {
    const says = (text: string) =>
      wordedTemplate(`{{ t('x.y') }}`, {
        ...fr,
        has: (key): key is MessageKey => key !== '',
        tOf: () => text,
      });
    expect(says(`<b>l'eau & "l'air"</b>`)).to.equal(
      '&lt;b&gt;l&#39;eau &amp; &quot;l&#39;air&quot;&lt;/b&gt;',
    );
    for (const text of ['{{ asker }}', '{% raw %}', '{# no', 'no #}'])
      expect(says(text)).to.equal(`{{ t('x.y') }}`);
  });

  it('leaves to each page what depends on it, and to its use what is not there', () => {
    const sources = [
      `{{ t('pages.label.age', { at: page.at }) }}`,
      `{{ t('offerTypes.' + type) }}`,
      `{{ t('nav.mySpace') if asker else t('nav.signIn') }}`,
      `{{ t('there.is.none') }}`,
      `{{ language.name }}`,
    ];
    for (const source of sources) expect(wordedTemplate(source, fr)).to.equal(source);
  });
});
