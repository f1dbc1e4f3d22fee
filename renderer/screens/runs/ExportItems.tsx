import { Braces, FolderCode, type LucideIcon, Network, Weight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import type { ExportFormat } from '../../../core/contract/StudioApi.ts';
import { exportModel } from '../../actions/exportModel.ts';
import { MenuItem } from '../../components/Menu.tsx';

const formats: readonly { readonly format: ExportFormat; readonly icon: LucideIcon }[] = [
  { format: 'json', icon: Braces },
  { format: 'onnx', icon: Network },
  { format: 'safetensors', icon: Weight },
  { format: 'pytorch', icon: FolderCode },
];

interface ExportItemsProps {
  readonly run: RunRecord;
  /** Whose weights; the best one's when absent. */
  readonly epoch?: number;
}

/** Menu items: one for each format that a run can be exported in. */
export function ExportItems({ run, epoch }: ExportItemsProps) {
  const { t } = useTranslation();
  return formats.map(({ format, icon }) => (
    <MenuItem
      key={format}
      icon={icon}
      note={t(`exports.${format}.note`)}
      disabled={run.bestEpoch === null}
      onSelect={() => void exportModel(run, format, epoch)}
    >
      <span data-testid={`export-${format}`}>{t(`exports.${format}.name`)}</span>
    </MenuItem>
  ));
}
