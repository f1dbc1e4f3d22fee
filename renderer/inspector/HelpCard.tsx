import type { ReactNode } from 'react';

interface HelpCardProps {
  readonly eyebrow?: string;
  readonly title: string;
  readonly summary: string;
  readonly equation?: string;
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly children?: ReactNode;
}

export function HelpCard({
  eyebrow,
  title,
  summary,
  equation,
  facts = [],
  children,
}: HelpCardProps) {
  const given = facts.filter(({ value }) => value !== '');
  return (
    <div className="flex flex-col gap-3">
      <div>
        {eyebrow ? <p className="caption">{eyebrow}</p> : null}
        <h2 className="text-md font-semibold">{title}</h2>
      </div>
      <p className="text-pretty text-muted">{summary}</p>
      {equation ? (
        <p className="rounded-lg bg-sunken px-3 py-2.5 font-mono text-xs leading-5 whitespace-pre-wrap">
          {equation.replaceAll(';  ', '\n').replaceAll('; ', '\n')}
        </p>
      ) : null}
      {given.length > 0 ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-3 text-xs">
          {given.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className={isSentence(value) ? 'text-pretty' : 'number text-right'}>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children}
    </div>
  );
}

/** Longer than any range or unit: words, which are read from the left. */
const isSentence = (value: string) => value.length > 24;
