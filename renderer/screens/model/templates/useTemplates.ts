/** The templates as they fit the open experiment, asked for whenever their dialog opens. */
import { create } from 'zustand';
import type { ModelTemplate } from '../../../../core/contract/ModelTemplate.ts';
import type { StudioError } from '../../../../core/contract/StudioError.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { toStudioError } from '../../../state/toStudioError.ts';
import { request } from '../../../studio.ts';

interface TemplatesState {
  readonly isOpen: boolean;
  /** Null until they are there. */
  readonly templates: readonly ModelTemplate[] | null;
  readonly error: StudioError | null;
  open(): Promise<void>;
  close(): void;
  save(name: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export const useTemplates = create<TemplatesState>((set, get) => {
  /** What was asked for last wins; an error leaves the list as it is. */
  const load = async () => {
    const spec = useExperiment.getState().draft?.spec;
    if (!spec) return;
    const { model: _, ...settings } = spec;
    const templates = await request('templates.list', { settings });
    if (useExperiment.getState().draft?.spec === spec) set({ templates, error: null });
  };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      await load();
    } catch (error) {
      set({ error: toStudioError(error) });
    }
  };
  return {
    isOpen: false,
    templates: null,
    error: null,
    open: () => {
      set({ isOpen: true, templates: null, error: null });
      return attempt(async () => undefined);
    },
    close: () => set({ isOpen: false }),
    save: (name) => {
      const layers = useExperiment.getState().draft?.spec.model.layers ?? [];
      return attempt(() => request('templates.save', { name, layers }));
    },
    rename: (id, name) => attempt(() => request('templates.rename', { id, name })),
    remove: (id) => {
      const templates = get().templates?.filter((one) => one.id !== id) ?? null;
      return attempt(async () => {
        await request('templates.remove', { id });
        set({ templates });
      });
    },
  };
});
