import { openSpec, useExperimentLibrary } from '../state/experimentLibrary.ts';

/** Opens a bundled experiment as a document of the person's own. */
export async function openTemplate(id: string): Promise<void> {
  const template = useExperimentLibrary.getState().templates.find((one) => one.id === id);
  if (template) await openSpec(template.id, template.spec);
}
