/** What the inspector explains: the control that has the focus, or the thing that was selected. */
import { create } from 'zustand';
import type { ImportOptions } from '../../core/contract/ImportOptions.ts';
import type en from '../../resources/translations/en.json';
import type { CatalogGroup } from './catalog.ts';

export type HelpTopic = keyof (typeof en)['help'];

export type Subject =
  | { readonly kind: 'help'; readonly topic: HelpTopic }
  | { readonly kind: 'importOption'; readonly option: keyof ImportOptions }
  | { readonly kind: 'component'; readonly group: CatalogGroup; readonly type: string }
  | {
      readonly kind: 'option';
      readonly group: CatalogGroup;
      readonly type: string;
      readonly option: string;
    };

interface InspectionState {
  readonly subject: Subject | null;
  /** In a narrow window the inspector lies over the work, when it is asked for. */
  readonly overlay: boolean;
  inspect(subject: Subject | null): void;
  toggleOverlay(): void;
}

export const useInspection = create<InspectionState>((set) => ({
  subject: null,
  overlay: false,
  inspect: (subject) => set({ subject }),
  toggleOverlay: () => set(({ overlay }) => ({ overlay: !overlay })),
}));
