/** What a training on the CPU computes with: one thread, so that the same seed gives the same bits. */
export const cpuThreads = 1;
