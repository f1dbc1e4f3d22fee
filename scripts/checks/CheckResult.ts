/** What one step of `npm test` found. A step without tests of its own counts as one. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  /** The failed tests, each as `file › name`, where the step has tests. */
  readonly failures?: readonly string[];
}
