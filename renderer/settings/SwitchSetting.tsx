import { useTranslation } from 'react-i18next';
import { Switch } from '../components/Switch.tsx';
import { SettingField } from './SettingField.tsx';
import { changeSetting } from './settingAt.ts';

const places = {
  dropLast: ['training', 'dropLast'],
  trackGradientNorm: ['training', 'trackGradientNorm'],
} as const;

interface SwitchSettingProps {
  readonly name: keyof typeof places;
  /** Taken out of the document when it is off, as it was before it was ever on. */
  readonly isOptional?: boolean;
  readonly isSilent?: boolean;
}

export function SwitchSetting({ name, isOptional, ...look }: SwitchSettingProps) {
  const { t } = useTranslation();
  const at = places[name];
  const label = t(`train.${name}`);
  return (
    <SettingField
      at={at}
      topic={name}
      label={label}
      wordsOf={(usual) => t(usual === true ? 'options.on' : 'options.off')}
      inline
      {...look}
    >
      {({ id, value }) => (
        <Switch
          id={id}
          label={label}
          checked={value === true}
          onChange={(isOn) => changeSetting(at, isOn || !isOptional ? isOn : undefined)}
        />
      )}
    </SettingField>
  );
}
