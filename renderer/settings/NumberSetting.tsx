import { useTranslation } from 'react-i18next';
import { NumberField } from '../components/NumberField.tsx';
import { type NumberSettingName, numberRange, numberSettings } from './numberSettings.ts';
import { SettingField } from './SettingField.tsx';
import { changeSetting } from './settingAt.ts';

interface NumberSettingProps {
  readonly name: NumberSettingName;
  readonly note?: React.ReactNode;
  readonly isSilent?: boolean;
  /** What holds while there is none: the field may then be emptied. */
  readonly absent?: string;
  /** Beside the field. */
  readonly action?: React.ReactNode;
}

export function NumberSetting({ name, absent, action, ...look }: NumberSettingProps) {
  const { t } = useTranslation();
  const { at, unit } = numberSettings[name];
  const label = t(`train.${name}`);
  return (
    <SettingField
      at={at}
      topic={name}
      label={label}
      wordsOf={(usual) => (usual === undefined ? (absent ?? '') : String(usual))}
      {...look}
    >
      {({ id, value, problems }) => (
        <div className="flex gap-1">
          <NumberField
            id={id}
            label={label}
            value={typeof value === 'number' ? value : null}
            invalid={problems.some(({ severity }) => severity === 'error')}
            onChange={(next) => changeSetting(at, next, at.join('.'))}
            {...numberRange(name)}
            {...(unit ? { unit: t(unit, { count: typeof value === 'number' ? value : 0 }) } : {})}
            {...(absent === undefined
              ? {}
              : { placeholder: absent, onClear: () => changeSetting(at, undefined) })}
            className="flex-1"
          />
          {action}
        </div>
      )}
    </SettingField>
  );
}
