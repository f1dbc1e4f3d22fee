import { Check, CircleAlert, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gpuBackendNames } from '../../../core/contract/gpuBackendNames.ts';
import type { SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { deviceProblemText } from '../../format/deviceProblemText.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useDetail } from '../../i18n/useDetail.ts';

interface SelfTestTableProps {
  readonly results: readonly SelfTestResult[];
  /** Absent while the test is in work. */
  readonly bar: number | undefined;
}

export function SelfTestTable({ results, bar }: SelfTestTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <table data-testid="self-test-table" className="w-full text-left">
        <thead className="caption border-b border-line">
          <tr>
            <th className="py-1.5 font-normal">{t('devicePage.device')}</th>
            <th className="py-1.5 pr-8 text-right font-normal">{t('devicePage.difference')}</th>
            <th className="py-1.5 pr-8 text-right font-normal">{t('devicePage.speed')}</th>
            <th className="py-1.5 font-normal">{t('devicePage.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <Row key={`${result.executor} ${result.backend ?? ''}`} result={result} bar={bar} />
          ))}
        </tbody>
      </table>
      {bar === undefined ? null : (
        <p className="caption mt-2 text-pretty">
          {t('devicePage.bar', { bar: format.compact(bar) })} {t('devicePage.speedNote')}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly result: SelfTestResult;
  readonly bar: number | undefined;
}

function Row({ result, bar }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useDetail();
  const { executor, backend, detail, largestDifference, stepsPerSecond, problem } = result;
  const name = t(`executors.${executor}`);
  return (
    <tr data-testid={`self-test-${executor}`} className="border-b border-line align-top selectable">
      <td className="py-2 pr-4">
        {backend ? `${name}, ${gpuBackendNames[backend]}` : name}
        <span className="caption block">{say(detail)}</span>
      </td>
      <td className="number py-2 pr-8 text-right">{format.compact(largestDifference)}</td>
      <td className="number py-2 pr-8 text-right">{format.integer(stepsPerSecond)}</td>
      <td className="py-2">
        {problem ? (
          <Verdict look="none" text={t('devicePage.notTested')}>
            {deviceProblemText(t, format, problem)}
          </Verdict>
        ) : bar === undefined ? null : (largestDifference ?? Number.POSITIVE_INFINITY) <= bar ? (
          <Verdict look="good" text={t('devicePage.agrees')} />
        ) : (
          <Verdict look="error" text={t('devicePage.differs')} />
        )}
      </td>
    </tr>
  );
}

const looks = {
  good: { Icon: Check, color: 'text-good' },
  error: { Icon: CircleAlert, color: 'text-error' },
  none: { Icon: Minus, color: 'text-faint' },
} as const;

interface VerdictProps {
  readonly look: keyof typeof looks;
  readonly text: string;
  readonly children?: string;
}

function Verdict({ look, text, children }: VerdictProps) {
  const { Icon, color } = looks[look];
  return (
    <>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className={`size-4 shrink-0 ${color}`} />
        {text}
      </span>
      {children ? <span className="caption mt-0.5 block text-pretty">{children}</span> : null}
    </>
  );
}
