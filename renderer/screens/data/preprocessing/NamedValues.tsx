interface NamedValuesProps {
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

/** Names and their values, one below the other; a name may come twice. */
export function NamedValues({ values }: NamedValuesProps) {
  return (
    <dl tabIndex={0} className="grid max-h-60 grid-cols-[1fr_auto] overflow-y-auto text-xs">
      {values.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token may stand in a text twice.
        <div key={place} className="contents">
          <dt className="truncate border-t border-line py-0.5 pr-4" title={name}>
            {name}
          </dt>
          <dd
            className="number max-w-40 truncate border-t border-line py-0.5 pr-1 text-right selectable"
            title={value}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
