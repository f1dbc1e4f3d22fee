/** Which sample of the split: its number, to be typed, and the ones beside it. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/IconButton.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useSeeThrough } from '../../../state/seeThrough.ts';

/** Nothing before the first answer, which says how many there are. */
export function SampleStepper() {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, pass, choose } = useSeeThrough();
  if (!pass) return null;
  const { samples } = pass;
  return (
    <span className="flex items-center gap-1">
      <IconButton
        icon={ChevronLeft}
        label={t('seeThrough.previous')}
        disabled={place === 0}
        onClick={() => choose({ place: place - 1 })}
      />
      <NumberField
        label={t('seeThrough.place')}
        value={place + 1}
        integer
        minimum={1}
        maximum={samples}
        unit={t('seeThrough.samples', { samples: format.integer(samples) })}
        onChange={(value) => choose({ place: value - 1 })}
        className="w-32"
      />
      <IconButton
        icon={ChevronRight}
        label={t('seeThrough.next')}
        disabled={place + 1 >= samples}
        onClick={() => choose({ place: place + 1 })}
      />
    </span>
  );
}
