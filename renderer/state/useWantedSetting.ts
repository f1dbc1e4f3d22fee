import { create } from 'zustand';

/**
 * A setting that somebody wants to see: its place in the document, '' for the first one. Whoever
 * shows the settings unfolds its group, gives it the keyboard, and puts the wish away.
 */
export const useWantedSetting = create<{ readonly where: string | null }>(() => ({ where: null }));
