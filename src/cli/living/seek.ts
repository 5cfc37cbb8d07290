import { requireVisible } from '../../commands/common/requireVisible.ts';
import { sendMessage, writeToNeed } from '../../commands/exchange/conversation.ts';
import { publishNeed } from '../../commands/exchange/publishNeed.ts';
import { addDays, dayOf } from '../../register/day.ts';
import type { Stage } from './stage.ts';

/** How long the needs of the demonstration are open. */
const days = 120;

/** What some of its organisations look for, by the first part of their people's addresses; another one writes about the first. */
const wanted = [
  {
    key: 'declaration',
    kind: 'need',
    title: 'Livrer 200 paniers par semaine à vélo',
    text: 'Chaque jeudi entre 7 et 9 heures, 8 kilos par panier, depuis notre dépôt.',
    quantity: '200 paniers par semaine',
    place: 'Carouge',
    category: 'deliveries',
  },
  {
    key: 'condition',
    kind: 'need',
    title: 'Des repas pour une assemblée de 80 personnes',
    text: 'Un samedi de février, végétarien, vaisselle comprise.',
    quantity: '80 repas',
    place: 'Genève',
    category: 'meals',
  },
  {
    key: 'hearing',
    kind: 'need',
    title: 'Réparer douze chaises et deux tables',
    text: 'Le bois tient, les assises sont à refaire.',
    quantity: '',
    place: 'Meyrin',
    category: 'repairs',
  },
  {
    key: 'complaint',
    kind: 'project',
    title: 'Un four à pain partagé pour le quartier',
    text: 'Nous avons le lieu. Qui a le four, qui sait pétrir ?',
    quantity: '',
    place: 'Lancy',
    category: 'bread',
  },
] as const;
const writer = 'condition';

/** Publishes what organisations of the demonstration look for, and lets two of them write to each other about it. */
export async function seek({ deps, person }: Stage): Promise<void> {
  const until = addDays(dayOf(deps.clock.now().toISOString()), days);
  const bodyOf = async (key: string) => {
    const who = await person(key);
    return { who, organisationId: requireVisible(who.memberships[0]).organisationId };
  };
  const published: string[] = [];
  for (const { key, ...need } of wanted) {
    const { who, organisationId } = await bodyOf(key);
    published.push(await publishNeed(deps, who, { organisationId, until, ...need }));
  }
  const [needId = ''] = published;
  const [asks, offers] = [await bodyOf(wanted[0].key), await bodyOf(writer)];
  const { organisationId } = offers;
  // Played once already by a process that was cut off.
  if (await deps.store.conversation(`${needId}-${organisationId}`)) return;
  const text = 'Nous livrons à vélo dans toute la couronne. Combien de paniers par tournée ?';
  const conversationId = await writeToNeed(deps, offers.who, { needId, organisationId, text });
  const answer = { conversationId, organisationId: asks.organisationId, text: 'Quarante. Venez lundi.' };
  await sendMessage(deps, asks.who, answer);
}
