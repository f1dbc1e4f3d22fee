/** Remembered choices of the windows. */
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function preferenceMethods({ store }: ServiceContext): MethodsOf<'preferences'> {
  return {
    'preferences.get': () => store.documents.getPreferences(),
    'preferences.set': ({ key, value }) => {
      store.documents.setPreference(key, value);
      return {};
    },
  };
}
