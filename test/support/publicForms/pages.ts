import { parse } from 'node-html-parser';
import { type Language, languages } from '../../../src/criteria/scheme.ts';
import type { Looked, PublicForm, Said } from './said.ts';
import { badgeIn, i18n, wordIn } from './shown.ts';

/** The page of a label in a language, with what it says to search engines. */
export function labelPage(language: Language): PublicForm {
  return async (looked) => {
    const { visitor, label, shown } = looked;
    const page = parse((await visitor.get(`/${language}/labels/${label.id}`)).text);
    const name = `page in ${language}`;
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.text ?? '{}');
    const names = page.querySelectorAll('main .cards h3').map((one) => one.text.trim());
    return [
      ...verdictOf(name, page, language, looked),
      [
        `${name}: badge`,
        page.querySelector('img.badge')?.getAttribute('alt'),
        badgeIn(language, label, shown),
      ],
      [`${name}: offers`, names.join(), label.offers.map((offer) => offer.name).join()],
      [`${name} for search engines`, data.certificationStatus?.endsWith('CertificationActive'), shown.valid],
      [`${name} for search engines: until`, data.expires ?? null, shown.until],
    ];
  };
}

/** The page of its first offer. */
export const offerPage: PublicForm = async (looked) => {
  const [offer] = looked.label.offers;
  const path = `labels/${looked.label.id}/offers/${offer?.id}`;
  const all = languages.map(async (language) => {
    const page = parse((await looked.visitor.get(`/${language}/${path}`)).text);
    return verdictOf(`page of an offer in ${language}`, page, language, looked);
  });
  return (await Promise.all(all)).flat();
};

/** The kit of its holder, who takes nothing from it while the label does not hold. */
export function kitOf(signIn: () => Promise<Looked['visitor']>): PublicForm {
  return async (looked) => {
    const { label, shown } = looked;
    const path = `organisations/${label.context.organisationId}/labels/${label.id}`;
    const said: Said[] = [];
    for (const language of languages) {
      const holder = await signIn();
      const page = parse((await holder.get(`/${language}/${path}`)).text);
      const name = `kit in ${language}`;
      said.push(...verdictOf(name, page, language, looked));
      said.push([`${name}: signs`, page.querySelector('#signs') !== null, shown.valid]);
    }
    return said;
  };
}

type Page = ReturnType<typeof parse>;

/** What stands first on a page: the word of the status, and each day that its sentence has to name. */
function verdictOf(name: string, page: Page, language: Language, { shown }: Looked): readonly Said[] {
  const word = page.querySelector('.verdict__word')?.text.trim() ?? '';
  const sentence = page.querySelector('.verdict__sentence')?.text ?? '';
  const { date } = i18n[language];
  const days = [shown.until, shown.status === 'extended' && shown.periodEnd, shown.condition?.due];
  const missing = days.flatMap((day) => (day && !sentence.includes(date(day)) ? day : []));
  return [
    [name, word, wordIn(language, shown)],
    ...(language === 'fr' ? [[`${name}: word`, word.startsWith(shown.word) || word, true] as const] : []),
    [`${name}: days that are missing`, missing.join(), ''],
  ];
}
