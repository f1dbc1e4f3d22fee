/** What can be trained on, and whether it computes what it should. */
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function deviceMethods({ devices }: ServiceContext): MethodsOf<'devices'> {
  return {
    'devices.get': ({ again }) => devices.get(again),
    'devices.selfTest': () => devices.selfTest(),
    'devices.cancelSelfTest': async () => {
      await devices.cancelSelfTest();
      return {};
    },
  };
}
