/** Hears how kernels are compiled, which takes most of a GPU's start. */
export interface CompileWatch {
  /** So many more are to be compiled. */
  expect(kernels: number): void;
  /** One of them is. */
  compiled(): void;
}
