import { useAnnouncement } from '../state/announcement.ts';

/** Says announcements; every second one in another element, so that equal words are said twice. */
export function LiveRegion() {
  const { text, number } = useAnnouncement();
  return (
    <div aria-live="polite" className="sr-only" data-testid="announcement">
      <span>{number % 2 === 0 ? text : ''}</span>
      <span>{number % 2 === 1 ? text : ''}</span>
    </div>
  );
}
