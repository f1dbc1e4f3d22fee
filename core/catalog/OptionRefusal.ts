/** Which option of a component cannot be used, alone or with the others, and why. */
export interface OptionRefusal {
  readonly option: string;
  readonly message: string;
}
