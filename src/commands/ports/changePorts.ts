import type { NoticeOfChange } from '../items/noticeOfChange.ts';

/** Reads of notices of change; each is answered from an index. */
export interface Changes {
  change(id: string): Promise<NoticeOfChange | null>;
  /** Every notice on some labels, the newest first. */
  changesOf(labelNumbers: readonly string[]): Promise<NoticeOfChange[]>;
  /** Notices in some states, the oldest first; at most `limit`. */
  changesIn(states: readonly NoticeOfChange['state'][], limit: number): Promise<NoticeOfChange[]>;
  /** Notices that ask an organisation to take a label over, the newest first. */
  changesAsking(successorId: string): Promise<NoticeOfChange[]>;
  /** Notices from which an application follows. */
  changesFollowedBy(applicationId: string): Promise<NoticeOfChange[]>;
}
