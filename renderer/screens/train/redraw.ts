/**
 * While it trains a chart is redrawn four times a second; the two take turns. Numbers that a chart
 * shows too go with it, so that they never disagree.
 */
export const REDRAW_MILLISECONDS = 250;
export const TURN_MILLISECONDS = 120;
