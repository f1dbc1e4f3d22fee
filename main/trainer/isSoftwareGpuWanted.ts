/** Whether tests asked, by DESCENT_SOFTWARE_GPU=1, for an adapter that computes on the processor. */
export const isSoftwareGpuWanted = (): boolean => process.env.DESCENT_SOFTWARE_GPU === '1';
