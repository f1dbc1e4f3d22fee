/** The groups of settings, in the order of the screens, and the places of the document in each. */
export const settingGroups = [
  { name: 'optimizer', places: ['optimizer'] },
  { name: 'batches', places: ['training.batchSize', 'training.epochs', 'training.dropLast'] },
  { name: 'schedule', places: ['schedule', 'warmup'] },
  { name: 'loss', places: ['loss'] },
  { name: 'stopping', places: ['training.earlyStopping', 'training.checkpointEvery'] },
  { name: 'regularization', places: [] },
  { name: 'gradients', places: ['training.gradientClipping', 'training.trackGradientNorm'] },
  { name: 'start', places: ['initialization', 'seed', 'device'] },
] as const satisfies readonly { name: string; places: readonly string[] }[];

export type SettingGroup = (typeof settingGroups)[number]['name'];

/** Undefined for a place that is no setting: of the model, of the data. */
export function groupOfPlace(where: string): SettingGroup | undefined {
  return settingGroups.find(({ places }) => places.some((place) => isWithin(where, place)))?.name;
}

export const isWithin = (where: string, place: string) =>
  where === place || where.startsWith(`${place}.`);
