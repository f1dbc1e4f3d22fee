import { create } from 'zustand';

/** Whether the list of the keys is in front. */
export const useShortcutList = create<{ isOpen: boolean }>(() => ({ isOpen: false }));
