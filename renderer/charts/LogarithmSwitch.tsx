import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Tooltip } from '../components/Tooltip.tsx';

interface LogarithmSwitchProps {
  readonly isLogarithmic: boolean;
  readonly onChange: (isLogarithmic: boolean) => void;
}

/** Always in sight, unlike the other tools of a chart: it says how the chart is to be read. */
export function LogarithmSwitch({ isLogarithmic, onChange }: LogarithmSwitchProps) {
  const { t } = useTranslation();
  return (
    <Tooltip text={t(isLogarithmic ? 'chart.equalRatios' : 'chart.toLogarithm')}>
      <Button
        variant={isLogarithmic ? 'secondary' : 'ghost'}
        size="sm"
        aria-label={t('chart.logarithmic')}
        aria-pressed={isLogarithmic}
        onClick={() => onChange(!isLogarithmic)}
      >
        {t('chart.log')}
      </Button>
    </Tooltip>
  );
}
