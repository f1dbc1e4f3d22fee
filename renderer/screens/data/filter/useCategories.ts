import { useRequest } from '../../../components/useRequest.ts';

const none: readonly string[] = [];

/** The most frequent labels of a category. */
export function useCategories(id: string, name: string | null): readonly string[] {
  const { result } = useRequest('datasets.statistics', { id });
  const column = result?.columns.find((one) => one.name === name);
  return column?.type === 'category' ? column.most.map(({ label }) => label) : none;
}
