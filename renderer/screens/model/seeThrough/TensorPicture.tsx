import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pictures, TensorView } from '../../../../core/contract/ForwardPass.ts';
import { SampleImage } from '../../../components/SampleImage.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { SmallHistogram } from '../../layers/SmallHistogram.tsx';
import { ValueBars } from './ValueBars.tsx';

interface TensorPictureProps {
  readonly view: TensorView;
  /** What it is, for who cannot see it. */
  readonly label: string;
}

/** What a layer hands on: its channels, its values as bars, or their histogram. */
export function TensorPicture({ view, label }: TensorPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pictures, bars, histogram, minimum, maximum, zeros } = view;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">
      {pictures ? <Channels pictures={pictures} label={label} /> : null}
      {bars ? <ValueBars values={bars} label={label} /> : null}
      {histogram ? <SmallHistogram histogram={histogram} color="var(--ink-muted)" /> : null}
      <span className="number caption">
        {t('seeThrough.range', { from: format.compact(minimum), to: format.compact(maximum) })}
        {zeros > 0 ? ` · ${t('seeThrough.zeros', { share: format.wholePercent(zeros) })}` : null}
      </span>
    </div>
  );
}

/** Of a picture's longer side. */
const ALONE_PIXELS = 96;
const MANY_PIXELS = 36;

function Channels({ pictures, label }: { readonly pictures: Pictures; readonly label: string }) {
  const { t } = useTranslation();
  const { width, height, pixels, total } = pictures;
  const images = useMemo(() => pixels.map((one) => Uint8Array.from(one)), [pixels]);
  const more = total - pixels.length;
  const room = total === 1 ? ALONE_PIXELS : MANY_PIXELS;
  const scale = Math.max(1, Math.floor(room / Math.max(width, height)));
  return (
    <span className="flex flex-wrap items-center gap-1">
      {images.map((values, channel) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its position.
          key={channel}
          className="overflow-hidden rounded-sm border border-line"
          style={{ width: width * scale, height: height * scale }}
        >
          <SampleImage
            values={values}
            shape={[1, height, width]}
            isGrey
            label={t('seeThrough.channel', { label, channel })}
            className="size-full"
          />
        </span>
      ))}
      {more > 0 ? <span className="caption">{t('seeThrough.more', { count: more })}</span> : null}
    </span>
  );
}
