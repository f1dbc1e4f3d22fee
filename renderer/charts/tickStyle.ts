/** Of all words on a chart. */
export const tickStyle = { fontSize: 11, fill: 'var(--ink-faint)' } as const;
