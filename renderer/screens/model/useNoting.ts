import { create } from 'zustand';

/** The key of the row whose note is being written: a layer's, or the head of a group. */
export const useNoting = create<{ noted: string | null }>(() => ({ noted: null }));
