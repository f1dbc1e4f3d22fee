import { useTranslation } from 'react-i18next';
import type { EncodedInput } from '../../../../core/contract/ModelInput.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { NamedValues } from './NamedValues.tsx';

/** What the network is given of a sample: tokens, bounds, inputs by name. */
export function EncodedInputView({ input }: { readonly input: EncodedInput }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shape, tokens, inputs, named, minimum, maximum } = input;
  return (
    <div className="flex flex-col gap-2">
      {tokens ? (
        <p className="flex max-h-24 flex-wrap gap-1 overflow-y-auto">
          {tokens.map((token, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no names, and never move here.
            <span key={place} className="rounded bg-sunken px-1 text-xs selectable">
              {token}
            </span>
          ))}
        </p>
      ) : null}
      <p className="number text-xs text-muted">
        {t('preprocessing.shape', {
          shape: format.shape(shape),
          minimum: format.compact(minimum),
          maximum: format.compact(maximum),
        })}
      </p>
      {inputs.length > 0 ? (
        <NamedValues
          values={inputs.map(({ name, value }) => ({ name, value: format.compact(value) }))}
        />
      ) : null}
      {named > inputs.length ? (
        <p className="caption">
          {t('import.cut', { shown: inputs.length, all: format.integer(named) })}
        </p>
      ) : null}
    </div>
  );
}
