import type { LayerSpec } from '../../../../core/contract/ModelSpec.ts';

/** `A B:conv R(C D)`: types in order, `:` in front of a group's name, brackets around a block. */
export function outline(layers: readonly LayerSpec[]): string {
  return layers
    .map(({ type, group, layers: inner }) => {
      const held = inner ? `(${outline(inner)})` : '';
      return `${type}${held}${group === undefined ? '' : `:${group}`}`;
    })
    .join(' ');
}

/** The layers that an outline describes. */
export function layersOf(text: string): LayerSpec[] {
  const tokens = text.match(/[A-Za-z0-9]+|[()]|:[^() ]+/g) ?? [];
  const readList = (): LayerSpec[] => {
    const list: LayerSpec[] = [];
    for (let token = tokens.shift(); token !== undefined && token !== ')'; token = tokens.shift()) {
      const last = list.at(-1);
      if (token === '(' && last) last.layers = readList();
      else if (token.startsWith(':') && last) last.group = token.slice(1);
      else list.push({ type: token, options: {} });
    }
    return list;
  };
  return readList();
}
