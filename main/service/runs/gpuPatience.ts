/**
 * Milliseconds that a GPU may take where nobody asked for it: to be found, or to be opened, prepared and
 * timed. Far longer than any that would be worth it takes, on a busy machine; a driver may hang for ever.
 */
export const GPU_PATIENCE = 60_000;
