/** Carries language, theme and title to the document and to the desktop around it. */
import { useEffect } from 'react';
import { i18n } from '../i18n/i18n.ts';
import { useExperimentName } from '../state/experiment.ts';
import { usePreferences } from '../state/preferences.ts';
import { useTheme } from '../state/useTheme.ts';
import { desktop } from '../studio.ts';

export function useAppearance(): void {
  const theme = useTheme();
  const chosenTheme = usePreferences((state) => state.theme);
  const language = usePreferences((state) => state.language);
  const name = useExperimentName();

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => desktop.setTheme(chosenTheme), [chosenTheme]);
  useEffect(() => {
    document.documentElement.lang = language;
    desktop.setLanguage(language);
    void i18n.changeLanguage(language);
  }, [language]);
  useEffect(() => {
    document.title = name ? `${name} – Descent` : 'Descent';
  }, [name]);
}
