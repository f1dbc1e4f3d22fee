/** By which other parts of the page lead to the samples. */
export const SAMPLES_SECTION = 'samples-section';
