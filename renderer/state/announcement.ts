/** What a screen reader is told of an edit. */
import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** So that the same words are said again. */
  readonly number: number;
}

export const useAnnouncement = create<Announcement>(() => ({ text: '', number: 0 }));

export function announce(text: string): void {
  useAnnouncement.setState(({ number }) => ({ text, number: number + 1 }));
}
