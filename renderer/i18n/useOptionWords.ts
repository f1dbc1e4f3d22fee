import type { OptionDescriptor } from '../../core/contract/Catalog.ts';
import type { Component, OptionValue } from '../../core/contract/ModelSpec.ts';
import { differingFirst } from '../format/differingFirst.ts';
import { formatOption } from '../format/formatOption.ts';
import { type CatalogGroup, useCatalog } from '../state/catalog.ts';
import { i18n } from './i18n.ts';
import { useLanguage } from './useLanguage.ts';

/**
 * A component's options in one line, in the words of its form: `Drop probability 0.5`. Numbers are
 * told also where they are defaults, so that two layers of a type can be told apart. Beside another
 * of its type, what differs comes first.
 */
export function useOptionWords(): (
  group: CatalogGroup,
  component: Component,
  beside?: Component,
) => string {
  const catalog = useCatalog((state) => state.catalog);
  const { localized } = useLanguage();
  return (group, { type, options }, beside) => {
    const declared = catalog[group].find((one) => one.type === type)?.options ?? [];
    return differingFirst(declared, options, beside?.options ?? options)
      .map((option) => ({ option, value: options[option.name] ?? shownDefault(option) }))
      .filter(({ value }) => value !== undefined && !isEmptyList(value))
      .map(({ option, value }) => `${localized(option.label)} ${optionValueName(value)}`)
      .join(', ');
  };
}

function shownDefault(option: OptionDescriptor): OptionValue | undefined {
  return option.kind === 'boolean' || option.kind === 'choice' ? undefined : option.default;
}

const isEmptyList = (value: OptionValue | undefined) => Array.isArray(value) && value.length === 0;

/** A choice of the catalog keeps its own name where it has no translation. */
export function optionValueName(value: OptionValue | undefined): string {
  if (typeof value === 'boolean') return i18n.t(value ? 'options.on' : 'options.off');
  if (isEmptyList(value)) return i18n.t('options.none');
  if (typeof value !== 'string') return value === undefined ? '' : formatOption(value);
  return String(i18n.t(`choices.${value}` as never, { defaultValue: value }));
}
