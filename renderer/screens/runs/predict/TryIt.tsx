/** A sample of a person's own through the best weights of a run: what the model makes of it. */
import { useTranslation } from 'react-i18next';
import type { PredictionForm } from '../../../../core/contract/PredictionForm.ts';
import type { RunRecord } from '../../../../core/contract/RunRecord.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Section } from '../../../components/Section.tsx';
import { useRequest } from '../../../components/useRequest.ts';
import { useInspection } from '../../../state/inspection.ts';
import { TryImage } from './TryImage.tsx';
import { TryRow } from './TryRow.tsx';
import { TryText } from './TryText.tsx';

const topics = { text: 'tryText', image: 'tryImage', table: 'tryRow' } as const;

export function TryIt({ run }: { readonly run: RunRecord }) {
  const { t } = useTranslation();
  const { result: form, error } = useRequest(
    'runs.predictionForm',
    { run: run.id },
    run.bestEpoch ?? 0,
  );
  const inspect = useInspection((state) => state.inspect);
  const explain = ({ kind }: PredictionForm) => inspect({ kind: 'help', topic: topics[kind] });
  return (
    <Section title={t('tryIt.title')} note={t('tryIt.note')}>
      {error ? <ErrorNote error={error} /> : null}
      {form || error ? null : (
        <div role="status" aria-label={t('common.loading')} className="skeleton h-24" />
      )}
      {form ? (
        <div onFocusCapture={() => explain(form)} onPointerDownCapture={() => explain(form)}>
          {form.kind === 'text' ? <TryText run={run.id} target={form.target} /> : null}
          {form.kind === 'image' ? <TryImage run={run.id} form={form} /> : null}
          {form.kind === 'table' ? <TryRow run={run} form={form} /> : null}
        </div>
      ) : null}
    </Section>
  );
}
