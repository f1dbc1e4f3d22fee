/**
 * A point of the curve that a person may take hold of, and the option that moves with it.
 *
 * The option is ((position − origin) · factor)^power, the position being the step where the handle
 * stands, or the learning rate there. Most are straight lines through 0: `origin` 0, `power` 1.
 */
export interface ScheduleHandle {
  readonly option: string;
  /** Of a list of numbers. */
  readonly index?: number;
  readonly axis: 'step' | 'rate';
  /** Where it stands, in steps of the schedule; need not be whole. */
  readonly step: number;
  readonly factor: number;
  /** Along the rates only; 0 when left out. */
  readonly origin?: number;
  /** 1 when left out; −1 for a divisor, 1/e for a factor that e epochs multiply. */
  readonly power?: number;
}
