import { create } from 'zustand';

/** The key of the group whose name is being typed. */
export const useGroupNaming = create<{ named: string | null }>(() => ({ named: null }));
