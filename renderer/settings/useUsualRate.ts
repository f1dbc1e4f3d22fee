import { useDescriptor } from '../state/catalog.ts';

/** The learning rate of an optimizer where the experiment gives none. */
export function useUsualRate(optimizer: string) {
  const descriptor = useDescriptor('optimizers', optimizer);
  return descriptor?.options.find(({ name }) => name === 'learningRate')?.default;
}
