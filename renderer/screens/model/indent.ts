/** How far a layer stands in for each block or group around it. */
export const INDENT_PIXELS = 22;
