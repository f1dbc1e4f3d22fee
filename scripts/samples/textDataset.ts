/** The dataset of texts with one column of categories, as the text samples are built. */
import { strToU8 } from 'fflate';
import type { TextDataset } from '../../core/data/Dataset.ts';
import { joinBytes } from '../../core/data/joinBytes.ts';

export interface TextRow {
  readonly text: string;
  readonly label: string;
  /** What the samples can be grouped by. */
  readonly group: string;
}

/** Labels in the given order, groups in that of their first appearance. */
export function textDataset(
  rows: readonly TextRow[],
  target: { readonly name: string; readonly labels: readonly string[] },
  column: string,
): TextDataset {
  const texts = rows.map(({ text }) => strToU8(text));
  const offsets = new Uint32Array(rows.length + 1);
  for (const [index, text] of texts.entries()) {
    offsets[index + 1] = (offsets[index] ?? 0) + text.length;
  }
  const targets = Int32Array.from(rows, ({ label }) => target.labels.indexOf(label));
  const counts = target.labels.map((_, label) => targets.filter((one) => one === label).length);
  const groups = [...new Set(rows.map(({ group }) => group))];
  return {
    kind: 'text',
    samples: rows.length,
    target: { kind: 'class', name: target.name, labels: [...target.labels], counts },
    targets,
    columns: [{ name: column, type: 'category', labels: groups }],
    values: Float32Array.from(rows, ({ group }) => groups.indexOf(group)),
    givenSplits: null,
    texts: joinBytes(texts),
    offsets,
    warnings: [],
  };
}
