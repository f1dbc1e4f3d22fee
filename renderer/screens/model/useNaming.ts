import { create } from 'zustand';

/** The key of the row whose name is being typed: a layer's, or the head of a group. */
export const useNaming = create<{ named: string | null }>(() => ({ named: null }));
