/**
 * Which hyperparameters of the catalog no recorded case sets to anything but their default: what they
 * do was never held against the judge.
 */
import type { ComponentDescriptor } from '../../contract/Catalog.ts';
import type { Component, LayerSpec } from '../../contract/ModelSpec.ts';

/** As `BatchNorm2d.eps`; of a choice, each that no case makes, as `GELU.approximate=tanh`. */
export function optionsWithoutGolden(
  definitions: readonly { readonly descriptor: ComponentDescriptor }[],
  recorded: readonly LayerSpec[],
): string[] {
  const components = recorded.flatMap(withHeld);
  return definitions.flatMap(({ descriptor: { type, options } }) => {
    const own = components.filter((one) => one.type === type);
    const given = (name: string) =>
      own.flatMap(({ options: chosen }) => (chosen[name] === undefined ? [] : [chosen[name]]));
    return options.flatMap(({ name, choices, default: usual, inferred }) => {
      // What follows from the layer before is recorded with every row.
      if (inferred && own.length > 0) return [];
      const values = given(name).filter((value) => JSON.stringify(value) !== JSON.stringify(usual));
      if (!choices) return values.length > 0 ? [] : [`${type}.${name}`];
      const others = choices.filter((choice) => choice !== usual && !values.includes(choice));
      return others.map((choice) => `${type}.${name}=${choice}`);
    });
  });
}

function withHeld({ layers = [], ...component }: LayerSpec): Component[] {
  return [component, ...layers.flatMap(withHeld)];
}
