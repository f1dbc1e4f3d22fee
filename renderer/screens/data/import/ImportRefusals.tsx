/** What stops the import as it stands, each with the choices that let it go on. */
import { CircleAlert } from 'lucide-react';
import type { Ref } from 'react';
import type { ImportRefusal } from '../../../../core/contract/FileInspection.ts';
import { useMessage } from '../../../i18n/useMessage.ts';
import { ImportWaysOut } from './ImportWaysOut.tsx';

interface ImportRefusalsProps {
  readonly refusals: readonly ImportRefusal[];
  readonly ref: Ref<HTMLUListElement>;
}

export function ImportRefusals({ refusals, ref }: ImportRefusalsProps) {
  const say = useMessage();
  if (refusals.length === 0) return null;
  return (
    <ul
      ref={ref}
      data-testid="import-refusals"
      className="flex flex-col gap-3 rounded-lg bg-error-soft p-3 selectable"
    >
      {refusals.map(({ message, wayOut, column }) => (
        <li key={message} className="flex gap-2.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-error" />
          <div className="min-w-0">
            <p className="break-words">{say(message)}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <ImportWaysOut wayOut={wayOut} column={column} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
