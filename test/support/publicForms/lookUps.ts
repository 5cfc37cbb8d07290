import { parse } from 'node-html-parser';
import { addDays, dayOf } from '../../../src/register/day.ts';
import type { LabelAnswer } from '../../../src/web/schemas/label.ts';
import type { Looked, PublicForm, Said } from './said.ts';
import { i18n, wordIn } from './shown.ts';

/** A number that is typed, alone and in a list, on the page and by a program. */
export const byNumber: PublicForm = async ({ visitor, label, shown }) => {
  const { headers } = await visitor.get(`/fr/verify?q=${label.id}`);
  const typed = new URLSearchParams({ numbers: label.id, on: '' }).toString();
  const list = parse((await visitor.send('/fr/verify/several', 'form', typed)).text);
  const asked = JSON.stringify({ numbers: [label.id] });
  const [found] = (await visitor.send('/api/v1/lookup', 'json', asked)).body.results;
  const { valid, status, until, conditionDue } = found?.label ?? {};
  return [
    ['look-up by number', headers.location, `/fr/labels/${label.id}`],
    ['list of numbers', tagOf(list), wordIn('fr', shown)],
    ['look-up by program', `${status} ${valid}`, `${shown.status} ${shown.valid}`],
    ['look-up by program: until', until, shown.until],
    ['look-up by program: condition', conditionDue, shown.condition?.due],
  ];
};

/** The name of its organisation, and that of its first offer, today and as of a day. */
export const byName: PublicForm = async (looked) => {
  const { web, visitor, label, shown } = looked;
  const { organisation } = (await web.deps.store.entry(label.id)) ?? {};
  const texts = [
    ['look-up by name', organisation?.name ?? ''],
    ['look-up by offer', label.offers[0]?.name ?? ''],
  ] as const;
  const all = texts.map(async ([name, text]): Promise<readonly Said[]> => {
    const q = new URLSearchParams({ q: text });
    const { headers } = await visitor.get(`/fr/verify?${q}`);
    const found = parse((await visitor.get(String(headers.location))).text);
    const card = found
      .querySelectorAll('.found')
      .find((one) => one.querySelector(`a[href="/fr/labels/${label.id}"]`) !== null);
    const until = i18n.fr.date(shown.until ?? shown.periodEnd);
    const dated = parse((await visitor.get(`/fr/verify?${q}&on=${todayOf(looked)}`)).text);
    const line = dated.querySelectorAll('tr').find((one) => one.text.includes(label.id));
    return [
      [name, card && tagOf(card), wordIn('fr', shown)],
      [`${name}: day`, card?.text.includes(until), true],
      [`${name} as of today`, line && tagOf(line), wordIn('fr', shown)],
    ];
  });
  return (await Promise.all(all)).flat();
};

/** Its certificate, dropped on the page that checks files. */
export const byFile: PublicForm = async ({ visitor, label, shown }) => {
  const { body } = await visitor.get(`/labels/${label.id}/certificate.pdf`);
  const answer = await visitor.parts('/fr/verify', (form) => form.attach('file', body, 'label.pdf'), 'none');
  const page = parse(answer.text);
  const { t, date } = i18n.fr;
  const verdict = page.querySelector('.verdict__word')?.text.trim();
  const lead = page.querySelector('.lead')?.text ?? '';
  const day = shown.status === 'extended' ? shown.periodEnd : (shown.until ?? shown.periodEnd);
  return [
    ['dropped certificate', verdict, t(`verification.verdicts.${shown.valid ? 'holds' : 'notValid'}.title`)],
    ['dropped certificate: register', lead.includes(date(day)) || lead, true],
  ];
};

/** Whether it was valid on a day: today, as the label stands, and the day before its first, on which it was not there. */
export const onDay: PublicForm = async (looked) => {
  const { visitor, label, shown } = looked;
  const today = todayOf(looked);
  const { t, tOf, date } = i18n.fr;
  const answerOn = async (day: string) =>
    parse((await visitor.get(`/fr/labels/${label.id}?on=${day}`)).text).querySelector('.answer')?.text ?? '';
  const before = '2020-01-01';
  const now = (await visitor.get(`/api/v1/labels/${label.id}?on=${today}`)).body;
  const then = (await visitor.get(`/api/v1/labels/${label.id}?on=${before}`)).body;
  const says = shown.valid
    ? t('pages.label.asked.valid', { day: date(today) })
    : t('pages.label.asked.notValid', { day: date(today), word: tOf(`states.label.${shown.status}`) });
  return [
    ['page as of today', (await answerOn(today)).includes(says), true],
    [
      'page as of a day before',
      (await answerOn(before)).includes(t('pages.label.asked.before', { day: date(before) })),
      true,
    ],
    [
      'JSON as of today',
      `${now.status} ${now.valid} ${now.until}`,
      `${shown.status} ${shown.valid} ${shown.until}`,
    ],
    ['JSON as of a day before', `${then.status} ${then.valid}`, 'null false'],
  ];
};

/** The register: its search on the page and by program, narrowed down by its status, its feed, its map, the labels of its holder. */
export const register: PublicForm = async (looked) => {
  const { web, visitor, label, shown } = looked;
  const { id, context } = label;
  const found = async (query: string) => {
    const { labels } = (await visitor.get(`/api/v1/labels?${query}`)).body;
    return labels.some(({ number }: LabelAnswer) => number === id);
  };
  const list = parse((await visitor.get(`/fr/organisations/${context.organisationId}/labels`)).text);
  const line = list.querySelectorAll('tr').find((one) => one.text.includes(id));
  const map = (await visitor.get('/sitemaps/labels-1.xml').buffer(true)).text;
  const changed = (await web.deps.store.entry(id))?.changedAt.slice(0, 10);
  const feed = (await visitor.get('/fr/register/changes.atom').buffer(true)).text;
  const told = [...feed.matchAll(new RegExp(`label:${id}:(\\d+)</id>[^]*?term="(\\w+)"`, 'g'))];
  const newest = told.toSorted((a, b) => Number(a[1]) - Number(b[1])).at(-1);
  const step = label.history.findLastIndex(
    ({ state }) => state !== 'issuing' && state !== 'withdrawalPending',
  );
  const isNews = dayOf(label.history[step]?.at ?? '') >= addDays(todayOf(looked), -90);
  const isLate = shown.status === 'expired' && label.state !== 'expired';
  return [
    // Under its new word a label that ran out is found once the clock was there.
    ['search by status', isLate || (await found(`status=${shown.status}`)), true],
    ['search of valid ones', await found('valid=yes'), shown.valid],
    ['labels of its holder', line && tagOf(line), wordIn('fr', shown)],
    ['map of the site', map.includes(`/de/labels/${id}</loc><lastmod>${changed}</lastmod>`), true],
    ['feed', newest?.slice(1).join(' '), isNews ? `${step} ${label.history[step]?.state}` : undefined],
  ];
};

function tagOf(part: ReturnType<typeof parse>): string | undefined {
  return part.querySelector('.status-tag')?.text.trim();
}

function todayOf({ web }: Looked): string {
  return dayOf(web.deps.clock.now().toISOString());
}
