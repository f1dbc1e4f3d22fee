import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../core/contract/Diagnosis.ts';
import type { Format } from '../../format/createFormat.ts';
import { useFormat } from '../../format/useFormat.ts';
import { i18n } from '../../i18n/i18n.ts';

/** What the diagnosis was made by; a number without a name here keeps its own. */
export function DiagnosisNumbers({ numbers }: Pick<Diagnosis, 'numbers'>) {
  useTranslation();
  const format = useFormat();
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
      {Object.entries(numbers).map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted">
            {String(i18n.t(`diagnosis.numbers.${name}` as never, { defaultValue: name }))}
          </dt>
          <dd className="number">{formatNumber(name, value, format)}</dd>
        </div>
      ))}
    </dl>
  );
}

function formatNumber(name: string, value: number, format: Format): string {
  if (/epoch/i.test(name)) return format.integer(value);
  if (/accuracy|skill|gain|rise/i.test(name)) return format.percent(value);
  return name === 'learningRate' ? format.rate(value) : format.loss(value);
}
