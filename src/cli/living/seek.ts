import { sendMessage, writeToNeed } from '../../commands/exchange/conversation.ts';
import { publishNeed } from '../../commands/exchange/publishNeed.ts';
import { profile } from '../../profile/profile.ts';
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
    place: profile.place,
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

/**
 * Publishes what organisations of the demonstration look for, and lets two of them write to each other about it. One that an earlier
 * scene could not bring is left out; what was played before is not done again.
 */
export async function seek(stage: Stage): Promise<void> {
  const { deps } = stage;
  const until = addDays(dayOf(deps.clock.now().toISOString()), days);
  for (const { key, ...need } of wanted) {
    const body = await bodyOf(stage, key);
    if (!body || (await deps.store.needsOf(body.organisationId, 1)).length > 0) continue;
    const { who, organisationId } = body;
    await publishNeed(deps, who, { organisationId, until, ...need });
  }
  const [asks, offers] = [await bodyOf(stage, wanted[0].key), await bodyOf(stage, writer)];
  const [first] = asks ? await deps.store.needsOf(asks.organisationId, 1) : [];
  if (!asks || !offers || !first) return;
  const { organisationId } = offers;
  if (await deps.store.conversation(`${first.id}-${organisationId}`)) return;
  const text = 'Nous livrons à vélo dans toute la couronne. Combien de paniers par tournée ?';
  const conversationId = await writeToNeed(deps, offers.who, { needId: first.id, organisationId, text });
  const answer = { conversationId, organisationId: asks.organisationId, text: 'Quarante. Venez lundi.' };
  await sendMessage(deps, asks.who, answer);
}

async function bodyOf({ deps }: Stage, key: string) {
  const who = await deps.store.personByEmail(`${key}@specimen.example`);
  const organisationId = who?.memberships[0]?.organisationId;
  return who && organisationId !== undefined ? { who, organisationId } : null;
}
