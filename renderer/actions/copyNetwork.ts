import { toast } from 'sonner';
import type { NetworkFormat } from '../../core/contract/NetworkText.ts';
import { i18n } from '../i18n/i18n.ts';
import { useExperiment } from '../state/experiment.ts';
import { usePreferences } from '../state/preferences.ts';
import { request } from '../studio.ts';
import { showError } from './showError.ts';

interface Part {
  readonly first: number;
  readonly count: number;
}

/** The open experiment's network, or a part of it, to the clipboard; says what the format lacks. */
export async function copyNetwork(format: NetworkFormat, part?: Part): Promise<void> {
  const spec = useExperiment.getState().draft?.spec;
  if (!spec) return;
  try {
    const { text, unsupported } = await request('models.toText', { spec, format, ...part });
    await navigator.clipboard.writeText(text);
    if (unsupported.length === 0) toast.success(i18n.t('networkText.copied'));
    else {
      const { language } = usePreferences.getState();
      toast.warning(i18n.t('networkText.copiedInPart', { count: unsupported.length }), {
        description: unsupported.map((one) => one[language]).join('; '),
        duration: 12_000,
      });
    }
  } catch (error) {
    showError(error);
  }
}
