import { didYouMean } from '../../../core/catalog/didYouMean.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import type { ServiceContext } from '../ServiceContext.ts';

/** Says which names there are, and which of them is close to the one that was given. */
export function noSuchDataset(
  { library }: Pick<ServiceContext, 'library'>,
  id: string,
): StudioError {
  const known = library.list().map((dataset) => dataset.id);
  const names =
    known.length > 0 ? `The library holds ${known.join(', ')}.` : 'The library is empty.';
  return new StudioError('not-found', `There is no dataset "${id}" in the library.`, {
    where: 'id',
    hint: didYouMean(id, known, names),
  });
}
