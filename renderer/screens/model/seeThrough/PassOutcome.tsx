import { useTranslation } from 'react-i18next';
import type { ForwardPass } from '../../../../core/contract/ForwardPass.ts';
import { Fact } from '../../../components/Fact.tsx';
import { ShareBar } from '../../../components/ShareBar.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { SeenSampleView } from './SeenSampleView.tsx';
import { TensorPicture } from './TensorPicture.tsx';

/** What went in, what came out, and the weights that can be looked at. */
export function PassOutcome({ pass }: { readonly pass: ForwardPass }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <div>
          <p className="caption mb-1">
            {t('seeThrough.input', { index: format.integer(pass.index) })}
          </p>
          <SeenSampleView sample={pass.sample} />
          <TensorPicture view={pass.input} label={t('seeThrough.inputName')} />
        </div>
        <dl>
          <Fact label={t('seeThrough.target')}>{pass.target}</Fact>
        </dl>
        {pass.fault ? null : <Outputs outputs={pass.outputs} />}
      </div>
      {pass.weights.map(({ name, type, view }) => (
        <div key={name}>
          <p className="caption mb-1">{t('seeThrough.weightsOf', { type, name })}</p>
          <TensorPicture view={view} label={name} />
        </div>
      ))}
      {pass.minibatch > 1 ? (
        <p className="caption">{t('seeThrough.minibatch', { count: pass.minibatch })}</p>
      ) : null}
      {pass.unfitted.length > 0 ? (
        <p className="text-xs text-attention">
          {t('seeThrough.unfitted', {
            count: pass.unfitted.length,
            names: pass.unfitted.join(', '),
          })}
        </p>
      ) : null}
    </>
  );
}

function Outputs({ outputs }: Pick<ForwardPass, 'outputs'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const isClass = outputs.length > 1;
  return (
    <div data-testid="pass-outputs" className="w-56">
      <p className="caption mb-1">{t(isClass ? 'seeThrough.probabilities' : 'seeThrough.value')}</p>
      {outputs.map(({ label, value }) => (
        <p key={label} className="flex items-center gap-2 text-xs">
          <span className="w-24 truncate" title={label}>
            {label}
          </span>
          {isClass ? <ShareBar share={value} /> : null}
          <span className="number w-14 text-right">
            {isClass ? format.percent(value) : format.decimal(value)}
          </span>
        </p>
      ))}
    </div>
  );
}
