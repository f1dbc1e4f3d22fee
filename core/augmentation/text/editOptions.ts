/** How much of a text is edited: options that all text augmentations share. */
import type { OptionDescriptor } from '../../contract/Catalog.ts';
import { probabilityOption } from '../commonOptions.ts';

export type EditOptions = { count: number; share: number };

export const editOptions: readonly OptionDescriptor[] = [
  {
    name: 'count',
    kind: 'integer',
    default: 1,
    range: { minimum: 1, maximum: 100 },
    label: { en: 'Edits', ko: '바꿀 횟수' },
    help: {
      en: 'At least so many edits in each text, as far as its words allow.',
      ko: '단어 수가 허락하는 한 글마다 최소 이만큼 바꿉니다.',
    },
  },
  {
    name: 'share',
    kind: 'number',
    default: 0,
    range: { minimum: 0, maximum: 1 },
    label: { en: 'Share of words', ko: '단어 대비 비율' },
    help: {
      en: 'Long texts are edited more often: at least this share of their words. 0: by count alone.',
      ko: '긴 글은 더 많이 바꿉니다. 최소 단어 수의 이 비율만큼입니다. 0이면 횟수만 따릅니다.',
    },
  },
  probabilityOption(0.5),
];

/** max(count, share · words), but no more than `most`. */
export function editsFor({ count, share }: EditOptions, words: number, most: number): number {
  return Math.min(most, Math.max(count, Math.round(share * words)));
}
