import type { Language } from '../../criteria/scheme.ts';
import type { I18n } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { validityToday } from '../../register/validity.ts';
import { testType } from '../../register/webhooks/webhookEvent.ts';
import { labelJson } from '../register/labelJson.ts';
import { cursorOf } from '../schemas/changes.ts';
import type { WebhookChange, WebhookTest } from '../schemas/webhooks.ts';

interface Parts {
  readonly i18n: I18n;
  readonly publicUrl: string;
  readonly clock: { now(): Date };
}

/** Writes what subscribers are sent, as `/api/v1/changes` says it: nothing but what everybody may read. */
export function webhookEvents({ i18n, publicUrl, clock }: Parts) {
  return {
    ofChange: (change: number, entry: Entry, language: Language) => {
      const status = validityToday(entry, dayOf(clock.now().toISOString()));
      const cursor = cursorOf(change);
      const type = `label.${status.word}` as const;
      const data = labelJson({ entry, asOf: null }, status, i18n[language], publicUrl);
      const event: WebhookChange = { type, timestamp: entry.changedAt, cursor, data };
      return { id: `change_${cursor}`, type, body: JSON.stringify(event) };
    },
    test: (at: Date) => {
      const event: WebhookTest = { type: testType, timestamp: at.toISOString(), data: {} };
      return JSON.stringify(event);
    },
  };
}
