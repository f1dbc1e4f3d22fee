import { type RefObject, useEffect } from 'react';
import { focusShown } from '../components/focusShown.ts';
import { type SettingsPlace, usePreferences } from '../state/preferences.ts';
import { useWantedSetting } from '../state/useWantedSetting.ts';
import { foldSettings } from './SettingsGroup.tsx';
import { groupOfPlace, isWithin } from './settingGroups.ts';

const GROUP = '[aria-expanded]';
/** Not the button that resets it. */
const CONTROL = 'input, [role="combobox"], [role="switch"]';

/** Shows the setting that somebody wants to see, and gives it the keyboard. */
export function useShowWanted(frame: RefObject<HTMLElement | null>, place: SettingsPlace): void {
  const where = useWantedSetting((state) => state.where);
  const folded = usePreferences(({ foldedSettings }) => foldedSettings[place]);
  useEffect(() => {
    if (where === null || !frame.current) return;
    const group = groupOfPlace(where);
    if (group && folded.includes(group)) {
      // Drawn first; this is looked at again then.
      foldSettings(place, group, false);
      return;
    }
    useWantedSetting.setState({ where: null });
    const field = where === '' ? frame.current : fieldOf(frame.current, where);
    const control = field?.querySelector<HTMLElement>(where === '' ? GROUP : CONTROL);
    field?.scrollIntoView({ block: 'nearest' });
    if (control) focusShown(control);
  }, [where, folded, frame, place]);
}

/** The field of the place, or of what it is a part of. */
function fieldOf(frame: HTMLElement, where: string): HTMLElement | undefined {
  return [...frame.querySelectorAll<HTMLElement>('[data-where]')]
    .filter((field) => isWithin(where, field.dataset.where ?? ''))
    .sort((a, b) => (b.dataset.where?.length ?? 0) - (a.dataset.where?.length ?? 0))[0];
}
