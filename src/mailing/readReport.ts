import { simpleParser } from 'mailparser';

/** What a mail server reports of a letter for one recipient (RFC 3464). */
export interface Report {
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  readonly action: string;
  /** Why, as RFC 3463 codes it; empty where the report says no such code. */
  readonly status: string;
}

/** Most recipients that are read of a report: ours has one. */
const maxGroups = 20;
const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
/** A message is read for its parts: nothing in it is shown. */
const options = {
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
};

/**
 * What a message reports, recipient by recipient; null for what is no delivery status report, as an answer from somebody's holiday
 * (RFC 3834) is none. Of the parts of a message, those at its top count alone.
 */
export async function readReport(raw: Buffer): Promise<readonly Report[] | null> {
  // What the parser gives up on, as too many parts in one another, is no report.
  const message = await simpleParser(raw, options).catch(() => null);
  if (!message) return null;
  const type = message.headers.get('content-type') as Typed | undefined;
  if (type?.value !== 'multipart/report' || type.params['report-type'] !== 'delivery-status') return null;
  const part = message.attachments.find(({ contentType }) => statusTypes.includes(contentType));
  if (!part) return null;
  // The first group is about the report itself, each of the others about one recipient (RFC 3464, 2.1).
  const groups = part.content
    .toString('latin1')
    .split(/\r?\n[ \t]*\r?\n/)
    .slice(0, maxGroups);
  const read = await Promise.all(groups.filter((group) => group.trim() !== '').map(readGroup));
  return read.filter(({ action }) => action !== '');
}

interface Typed {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Fields have the form of a header (RFC 3464, 2.1.2): what reads headers reads them. */
async function readGroup(group: string): Promise<Report> {
  const { headers } = await simpleParser(`${group.trim()}\r\n\r\n`, options);
  const field = (name: string) =>
    String(headers.get(name) ?? '')
      .trim()
      .toLowerCase();
  const [status = ''] = /^[245]\.\d{1,3}\.\d{1,3}\b/.exec(field('status')) ?? [];
  return { action: field('action').split(/[\s(;]/)[0] ?? '', status };
}

/** The code of a letter that will not arrive; null where a report tells of nothing that is over: a delay (4.x.x) goes on. */
export function failureIn(reports: readonly Report[]): string | null {
  const failed = reports.find(({ action, status }) => action === 'failed' && !status.startsWith('2'));
  return failed?.status ?? null;
}
