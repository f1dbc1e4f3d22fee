import { toast } from 'sonner';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import type { ExportFormat } from '../../core/contract/StudioApi.ts';
import { createFormat } from '../format/createFormat.ts';
import { i18n } from '../i18n/i18n.ts';
import { usePreferences } from '../state/preferences.ts';
import { toStudioError } from '../state/toStudioError.ts';
import { desktop, request } from '../studio.ts';

const endings: Readonly<Record<ExportFormat, string>> = {
  json: '.model.json',
  onnx: '.onnx',
  safetensors: '.safetensors',
  pytorch: '-pytorch',
};

/** Writes a run's best weights, or those of an epoch, where the person chooses. */
export async function exportModel(
  run: RunRecord,
  format: ExportFormat = 'json',
  epoch?: number,
): Promise<void> {
  const name = epoch === undefined ? run.id : `${run.id}-epoch-${epoch}`;
  const path = await desktop.chooseExport(format, `${name}${endings[format]}`);
  if (path === null) return;
  try {
    const written = await request('runs.export', {
      ...{ run: run.id, format, path },
      ...(epoch === undefined ? {} : { epoch }),
    });
    const size = createFormat(usePreferences.getState().language).bytes(written.bytes);
    toast.success(i18n.t('runs.exported', { size }), { description: written.path });
  } catch (thrown) {
    const error = toStudioError(thrown);
    // What the system says names a temporary file; the path and the way out say more.
    const reason = error.code === 'storage' && error.hint ? error.hint : error.message;
    toast.error(i18n.t('runs.exportFailed'), { description: `${path}. ${reason}` });
  }
}
