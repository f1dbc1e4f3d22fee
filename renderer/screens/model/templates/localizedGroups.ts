import type { LayerSpec } from '../../../../core/contract/ModelSpec.ts';
import { i18n } from '../../../i18n/i18n.ts';

/**
 * The groups of a bundled template in the language in use. From then on the names are the
 * document's, as if a person had typed them.
 */
export function localizedGroups(layers: readonly LayerSpec[]): LayerSpec[] {
  return layers.map((layer) => ({
    ...layer,
    ...(layer.group !== undefined && { group: groupName(layer.group) }),
    ...(layer.layers && { layers: localizedGroups(layer.layers) }),
  }));
}

function groupName(name: string): string {
  const [, number] = /^stage (\d+)$/.exec(name) ?? [];
  if (number !== undefined) return i18n.t('templates.stage', { number });
  return name === 'classifier' ? i18n.t('templates.classifier') : name;
}
