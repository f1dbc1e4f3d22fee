/** Starts the page: words, stores, events, then the first picture. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './App.tsx';
import { showError } from './actions/showError.ts';
import { i18n } from './i18n/i18n.ts';
import { startAutosave } from './state/autosave.ts';
import { useCatalog } from './state/catalog.ts';
import { startChecking } from './state/check.ts';
import { useDatasets } from './state/datasets.ts';
import { startEventStream } from './state/eventStream.ts';
import { openDocument, useExperimentLibrary } from './state/experimentLibrary.ts';
import { useNavigation } from './state/navigation.ts';
import { usePreferences } from './state/preferences.ts';
import { useRuns } from './state/runs.ts';
import { saveBeforeClosing } from './state/saveBeforeClosing.ts';
import './styles/index.css';

startEventStream();
startAutosave();
saveBeforeClosing();
startChecking();

const parts = [
  usePreferences.getState().load(),
  useCatalog.getState().load(),
  useDatasets.getState().load(),
  useExperimentLibrary.getState().load(),
  useRuns.getState().load(),
];

// A part that could not be loaded must not keep the window from opening.
const results = await Promise.allSettled(parts);
const { openExperiment, language } = usePreferences.getState();
await i18n.changeLanguage(language);
const last = useExperimentLibrary.getState().documents.find(({ id }) => id === openExperiment);
if (last) {
  openDocument(last);
  useNavigation.getState().go('train');
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <App />
      </I18nextProvider>
    </StrictMode>,
  );
}

for (const result of results) {
  if (result.status === 'rejected') showError(result.reason);
}
