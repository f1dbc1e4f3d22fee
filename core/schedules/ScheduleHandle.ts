/**
 * A point of the curve that a person may take hold of, and the option that moves with it.
 *
 * Everything is a straight line: along the steps the option is `factor` times the step where the
 * handle stands, along the rates `factor` times the learning rate there.
 */
export interface ScheduleHandle {
  readonly option: string;
  /** Of a list of numbers. */
  readonly index?: number;
  readonly axis: 'step' | 'rate';
  /** Where it stands, in steps of the schedule; need not be whole. */
  readonly step: number;
  readonly factor: number;
}
