import type { CostShares, LayerReport } from '../../core/contract/ExperimentReport.ts';

export type LayerCosts = Pick<LayerReport, 'parameters' | 'multiplyAdds' | 'memory' | 'shares'>;

/** What several layers take together; null where it cannot be said of one of them. */
export function sumCosts(layers: readonly LayerCosts[]): LayerCosts {
  return {
    parameters: sum(layers.map(({ parameters }) => parameters)) ?? 0,
    multiplyAdds: sum(layers.map(({ multiplyAdds }) => multiplyAdds)) ?? 0,
    memory: sum(layers.map(({ memory }) => memory)),
    shares: layers.some(({ shares }) => shares === null)
      ? null
      : {
          parameters: share('parameters'),
          multiplyAdds: share('multiplyAdds'),
          memory: share('memory'),
        },
  };

  /** Shares are rounded one by one: all of them may come to a little more than the whole. */
  function share(cost: keyof CostShares): number | null {
    const whole = sum(layers.map(({ shares }) => shares?.[cost] ?? null));
    return whole === null ? null : Math.min(1, whole);
  }
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}
