import { openSpec, useExperimentLibrary } from '../state/experimentLibrary.ts';
import { usePreferences } from '../state/preferences.ts';

/** Opens a bundled experiment as a document of the person's own. */
export async function openTemplate(id: string): Promise<void> {
  const template = useExperimentLibrary.getState().templates.find((one) => one.id === id);
  if (!template) return;
  const { spec } = template;
  // One that names a device wants that one.
  const device = spec.device === 'auto' ? usePreferences.getState().device : spec.device;
  await openSpec(template.id, { ...spec, device });
}
