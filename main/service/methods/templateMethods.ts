/** Networks to begin with. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { freeId } from '../freeId.ts';
import { fitTemplates } from '../runs/fitTemplates.ts';
import type { MethodsOf, ServiceContext } from '../ServiceContext.ts';

export function templateMethods(context: ServiceContext): MethodsOf<'templates'> {
  const { templates } = context.store;
  const known = (id: string) => {
    const found = templates.find(id);
    if (found) return found;
    throw new StudioError('not-found', `There is no template "${id}".`, { where: 'id' });
  };
  const refuseTaken = (name: string, own?: string) => {
    if (!templates.list().some((template) => template.name === name && template.id !== own)) return;
    throw new StudioError('invalid-request', `There is already a template "${name}".`, {
      where: 'name',
      hint: 'Choose another name.',
    });
  };
  return {
    'templates.list': ({ settings }) => fitTemplates(context, settings),
    'templates.save': ({ name, layers }) => {
      refuseTaken(name);
      const isTaken = (id: string) => templates.find(id) !== null;
      const saved = { id: freeId(name, 'template', isTaken), name, layers };
      templates.put(saved, context.now());
      return saved;
    },
    'templates.rename': ({ id, name }) => {
      const renamed = { ...known(id), name };
      refuseTaken(name, id);
      templates.put(renamed, context.now());
      return renamed;
    },
    'templates.remove': ({ id }) => {
      templates.remove(known(id).id);
      return {};
    },
  };
}
