/**
 * The remembered choices of this window: language, theme, the open experiment, the pane on the
 * right and what is folded in it, the device of new experiments, what the bars of the layers draw,
 * the axis of losses, the experiment whose runs are listed.
 */
import { create } from 'zustand';
import type { CostShares } from '../../core/contract/ExperimentReport.ts';
import type { DeviceChoice } from '../../core/contract/ExperimentSpec.ts';
import type { Theme } from '../../core/contract/ShellApi.ts';
import type { Language } from '../i18n/i18n.ts';
import { request } from '../studio.ts';

export const preferredDevices = ['auto', 'cpu', 'gpu'] as const satisfies readonly DeviceChoice[];

export type ModelPane = Readonly<Record<'settings' | 'explanation', boolean>>;

export type SettingsPlace = 'model' | 'train';
export type FoldedSettings = Readonly<Record<SettingsPlace, string[]>>;

export const layerBars = [
  'multiplyAdds',
  'parameters',
  'memory',
] as const satisfies readonly (keyof CostShares)[];

export const lossAxes = ['linear', 'logarithmic'] as const;

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly openExperiment: string | null;
  readonly inspector: boolean;
  /** Pixels of the pane on the right. */
  readonly paneWidth: number;
  /** Whether each part of the pane of the model screen is unfolded. */
  readonly modelPane: ModelPane;
  /** Groups of settings that are folded, by the screen that shows them. */
  readonly foldedSettings: FoldedSettings;
  readonly device: (typeof preferredDevices)[number];
  /** Whose share the bar at each layer is. */
  readonly layerBar: (typeof layerBars)[number];
  /** The vertical axis of every chart of a loss. */
  readonly lossAxis: (typeof lossAxes)[number];
  /** The experiment whose runs alone are listed, by its key (runExperiments.ts); null for all. */
  readonly runsOf: string | null;
  /** Rules of suggestions that rest, by experiment. */
  readonly dismissed: Record<string, string[]>;
}

interface PreferencesState extends Preferences {
  load(): Promise<void>;
  set(changes: Partial<Preferences>): void;
}

const systemLanguage: Language = navigator.language.startsWith('ko') ? 'ko' : 'en';

export const usePreferences = create<PreferencesState>((set) => ({
  language: systemLanguage,
  theme: 'system',
  openExperiment: null,
  inspector: true,
  paneWidth: 288,
  modelPane: { settings: true, explanation: true },
  // Beside the network, an overview; on the screen of the settings, all of them.
  foldedSettings: {
    model: ['optimizer', 'schedule', 'loss', 'stopping', 'regularization', 'gradients', 'start'],
    train: [],
  },
  device: 'auto',
  layerBar: 'multiplyAdds',
  lossAxis: 'linear',
  runsOf: null,
  dismissed: {},
  load: async () => set(readPreferences(await request('preferences.get', {}))),
  set: (changes) => {
    set(changes);
    for (const [key, value] of Object.entries(changes)) {
      // A choice that could not be remembered is not worth an interruption; it holds until the
      // window closes.
      request('preferences.set', { key, value }).catch(() => undefined);
    }
  },
}));

function readPreferences(stored: Record<string, unknown>): Partial<Preferences> {
  const { language, theme, openExperiment, inspector, dismissed } = stored;
  const { paneWidth, modelPane, foldedSettings, runsOf } = stored;
  const device = preferredDevices.find((one) => one === stored.device);
  const layerBar = layerBars.find((one) => one === stored.layerBar);
  const lossAxis = lossAxes.find((one) => one === stored.lossAxis);
  return {
    ...(language === 'en' || language === 'ko' ? { language } : {}),
    ...(theme === 'system' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(typeof openExperiment === 'string' ? { openExperiment } : {}),
    ...(typeof inspector === 'boolean' ? { inspector } : {}),
    ...(typeof paneWidth === 'number' && paneWidth > 0 ? { paneWidth } : {}),
    ...(isModelPane(modelPane) ? { modelPane } : {}),
    ...(isFolded(foldedSettings) ? { foldedSettings } : {}),
    ...(device ? { device } : {}),
    ...(layerBar ? { layerBar } : {}),
    ...(lossAxis ? { lossAxis } : {}),
    ...(typeof runsOf === 'string' ? { runsOf } : {}),
    ...(isListOfRules(dismissed) ? { dismissed } : {}),
  };
}

function isListOfRules(value: unknown): value is Record<string, string[]> {
  return isObject(value) && Object.values(value).every(Array.isArray);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isModelPane = (value: unknown): value is ModelPane =>
  isObject(value) && [value.settings, value.explanation].every((one) => typeof one === 'boolean');

const isFolded = (value: unknown): value is FoldedSettings =>
  isObject(value) && Array.isArray(value.model) && Array.isArray(value.train);
