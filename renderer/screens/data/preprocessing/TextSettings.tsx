import { useTranslation } from 'react-i18next';
import type { TextSpec } from '../../../../core/contract/ExperimentSpec.ts';
import { ComponentPicker } from '../../../components/ComponentPicker.tsx';
import { useCatalog } from '../../../state/catalog.ts';
import { useExperiment } from '../../../state/experiment.ts';
import { useProblems } from '../../../state/useProblems.ts';

interface TextSettingsProps {
  readonly text: TextSpec | undefined;
}

const parts = [
  { part: 'tokenizer', group: 'tokenizers' },
  { part: 'vectorizer', group: 'vectorizers' },
] as const;

/** How a text is cut, and how the pieces become numbers; the first of the catalog by default. */
export function TextSettings({ text }: TextSettingsProps) {
  const { t } = useTranslation();
  const change = useExperiment((state) => state.change);
  const problems = useProblems('preprocessing.text');
  const tokenizer = useCatalog(({ catalog }) => catalog.tokenizers[0]?.type);
  const vectorizer = useCatalog(({ catalog }) => catalog.vectorizers[0]?.type);
  if (tokenizer === undefined || vectorizer === undefined) return null;
  const shown = text ?? {
    tokenizer: { type: tokenizer, options: {} },
    vectorizer: { type: vectorizer, options: {} },
  };
  return (
    <>
      {parts.map(({ part, group }) => (
        <ComponentPicker
          key={part}
          group={group}
          label={t(`families.${part}`)}
          where={`preprocessing.text.${part}`}
          value={shown[part]}
          problems={problems}
          onChange={(value, editOf) =>
            change((draft) => {
              draft.spec.preprocessing.text = { ...shown, [part]: value };
            }, editOf ?? undefined)
          }
        />
      ))}
    </>
  );
}
