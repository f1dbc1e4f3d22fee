import { usePreferences } from '../../state/preferences.ts';

const onLogarithm = (isLogarithmic: boolean) =>
  usePreferences.getState().set({ lossAxis: isLogarithmic ? 'logarithmic' : 'linear' });

/** The vertical axis of every chart of a loss: one choice for all of them. */
export function useLossAxis() {
  const isYLogarithmic = usePreferences(({ lossAxis }) => lossAxis === 'logarithmic');
  return { isYLogarithmic, onLogarithm } as const;
}
