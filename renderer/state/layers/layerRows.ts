/** The tree of layers as the rows of a list: groups have a head, open blocks an end. */

import type { LayerPath } from '../../../core/contract/layerPath.ts';
import type { LayerSpec } from '../../../core/contract/ModelSpec.ts';
import { groupNoteOf, groupsOf } from './groups.ts';
import type { LayerKeys } from './LayerKeys.ts';

interface RowBase {
  readonly key: string;
  /** Of the layer; of a group's first one; of the block that ends. */
  readonly path: LayerPath;
  readonly depth: number;
}

export interface LayerRowItem extends RowBase {
  readonly kind: 'layer';
  readonly layer: LayerSpec;
  readonly isBlock: boolean;
  readonly isFolded: boolean;
}

export interface GroupRowItem extends RowBase {
  readonly kind: 'group';
  readonly name: string;
  readonly note: string | undefined;
  /** Keys of its layers. */
  readonly members: readonly string[];
  /** Of its layers. */
  readonly types: readonly string[];
  readonly isFolded: boolean;
}

export interface BlockEndItem extends RowBase {
  readonly kind: 'end';
  /** Layers inside. */
  readonly count: number;
}

export type LayerRowData = LayerRowItem | GroupRowItem | BlockEndItem;

interface RowsOptions {
  readonly folded: ReadonlySet<string>;
  /** Whether layers of the type stand around others. */
  readonly isBlock: (type: string) => boolean;
}

export function layerRows(
  layers: readonly LayerSpec[],
  { layerKeys, innerKeys }: LayerKeys,
  { folded, isBlock }: RowsOptions,
): LayerRowData[] {
  const listRows = (
    list: readonly LayerSpec[],
    keys: readonly string[],
    outer: LayerPath,
    depth: number,
  ): LayerRowData[] => {
    const groups = groupsOf(list);
    return list.flatMap((layer, index): LayerRowData[] => {
      const path = [...outer, index];
      const group = groups.find(({ start, end }) => start <= index && index < end);
      // By its first layer, so that another name leaves it folded as it was.
      const headKey = group && `group of ${keys[group.start]}`;
      const isFolded = headKey !== undefined && folded.has(headKey);
      const head: LayerRowData[] =
        group && headKey && group.start === index
          ? [
              {
                kind: 'group',
                key: headKey,
                path,
                depth,
                name: group.name,
                note: groupNoteOf(list.slice(group.start, group.end)),
                members: keys.slice(group.start, group.end),
                types: list.slice(group.start, group.end).map(({ type }) => type),
                isFolded,
              },
            ]
          : [];
      const own = depth + (group ? 1 : 0);
      return isFolded ? head : [...head, ...layerAndInner(layer, keys[index] ?? '', path, own)];
    });
  };

  const layerAndInner = (
    layer: LayerSpec,
    key: string,
    path: LayerPath,
    depth: number,
  ): LayerRowData[] => {
    const holds = layer.layers !== undefined || isBlock(layer.type);
    const isFolded = holds && folded.has(key);
    const row: LayerRowData = { kind: 'layer', key, path, depth, layer, isBlock: holds, isFolded };
    if (!holds || isFolded) return [row];
    const inner = layer.layers ?? [];
    return [
      row,
      ...listRows(inner, innerKeys[key] ?? [], path, depth + 1),
      { kind: 'end', key: `${key}/end`, path, depth: depth + 1, count: inner.length },
    ];
  };

  return listRows(layers, layerKeys, [], 0);
}
