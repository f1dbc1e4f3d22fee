/** A dataset of texts as its own first lines, each with the label that a model must find. */
import type { DatasetPage } from '../../../core/contract/DatasetInfo.ts';

interface TextPictureProps {
  readonly page: DatasetPage;
  readonly label: string;
}

export function TextPicture({ page, label }: TextPictureProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className="flex h-full flex-col justify-center gap-1.5 overflow-hidden p-4 text-xs"
    >
      {page.rows.map(({ index, text, target }) => (
        <span key={index} className="flex items-baseline gap-2 whitespace-nowrap">
          <span className="min-w-0 flex-1 truncate">{text}</span>
          <span className="shrink-0 rounded bg-accent-soft px-1.5 text-accent-ink">{target}</span>
        </span>
      ))}
    </span>
  );
}
