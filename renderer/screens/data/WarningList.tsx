import { TriangleAlert } from 'lucide-react';
import { useMessage } from '../../i18n/useMessage.ts';

/** What an import had to decide, or left out. */
export function WarningList({ warnings }: { readonly warnings: readonly string[] }) {
  const say = useMessage();
  if (warnings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-lg bg-attention-soft p-3">
      {warnings.map((warning) => (
        <li key={warning} className="flex gap-2 text-xs selectable">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-attention" />
          <span className="min-w-0 break-words">{say(warning)}</span>
        </li>
      ))}
    </ul>
  );
}
