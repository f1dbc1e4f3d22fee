import { StudioError, type WayOut } from '../../core/contract/StudioError.ts';

const options: Readonly<Partial<Record<WayOut, string>>> = {
  'leave-ragged-out': '--ragged drop',
  'leave-damaged-out': '--damaged drop',
  'quotes-are-letters': '--quotes letters',
  'choose-encoding': '--encoding and its name, such as cp949,',
};

/** Throws the error again: in the terminal, what can be chosen instead is an option. */
export function withOption(error: unknown): never {
  if (!(error instanceof StudioError)) throw error;
  const { code, message, where, hint, wayOut, cause } = error;
  const option = wayOut && options[wayOut];
  if (option === undefined) throw error;
  throw new StudioError(code, message, {
    where,
    hint: `${hint} Add ${option} for that.`,
    wayOut,
    cause,
  });
}
