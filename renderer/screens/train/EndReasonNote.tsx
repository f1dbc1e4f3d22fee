import { Flag } from 'lucide-react';
import type { EndReason } from '../../../core/contract/RunRecord.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** Why a run is complete before its last epoch. */
export function EndReasonNote({ reason }: { readonly reason: EndReason }) {
  const { localized } = useLanguage();
  return (
    <p data-testid="end-reason" className="mt-1 flex items-start gap-1.5 text-muted selectable">
      <Flag aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="text-pretty">{localized(reason.text)}</span>
    </p>
  );
}
