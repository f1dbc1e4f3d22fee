import { create } from 'zustand';

/** The key of the layer whose note is being written. */
export const useNoting = create<{ noted: string | null }>(() => ({ noted: null }));
