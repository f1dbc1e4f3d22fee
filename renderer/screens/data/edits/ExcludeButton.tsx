import { Ban } from 'lucide-react';
import { useState } from 'react';
import { MOST_CHANGES } from '../../../../core/contract/SampleEdit.ts';
import { editSamples } from '../../../actions/editSamples.ts';
import { Button } from '../../../components/Button.tsx';

interface ExcludeButtonProps {
  readonly dataset: string;
  readonly indices: readonly number[];
  readonly label: string;
}

/** Takes several samples out in one step. */
export function ExcludeButton({ dataset, indices, label }: ExcludeButtonProps) {
  const [isWorking, setIsWorking] = useState(false);
  const exclude = async () => {
    setIsWorking(true);
    const changes = indices.slice(0, MOST_CHANGES).map((index) => ({ index, isExcluded: true }));
    await editSamples(dataset, changes);
    setIsWorking(false);
  };
  return (
    <Button
      size="sm"
      variant="ghost"
      data-testid="exclude-found"
      disabled={isWorking || indices.length === 0}
      onClick={() => void exclude()}
    >
      <Ban aria-hidden />
      {label}
    </Button>
  );
}
