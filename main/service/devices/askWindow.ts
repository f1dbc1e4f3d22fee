/** One short job in a window of the shell, as TrainerJobs asks it of a process. */
import { StudioError } from '../../../core/contract/StudioError.ts';
import { TrainerMessage } from '../../trainer/TrainerProtocol.ts';
import type { WindowRequest } from '../../trainer/TrainerWindowProtocol.ts';
import { cancelled } from '../runs/TrainerJobs.ts';
import type { TrainerWindows } from '../runs/TrainerWindows.ts';

type Answer<Kind extends TrainerMessage['kind']> = Extract<TrainerMessage, { kind: Kind }>;

/** `gone`: why the window went away without an answer. Throws StudioError: `cancelled`, and its own. */
export async function askWindow<Kind extends TrainerMessage['kind']>(
  windows: TrainerWindows,
  request: WindowRequest,
  kind: Kind,
  signal?: AbortSignal,
): Promise<Answer<Kind> | { readonly gone: string }> {
  if (signal?.aborted) throw cancelled();
  let answer: TrainerMessage | null = null;
  const window = windows.open((value) => {
    answer = TrainerMessage.safeParse(value).data ?? null;
    window.close();
  });
  signal?.addEventListener('abort', window.close);
  window.tell(request);
  const { reason } = await window.gone;
  if (signal?.aborted) throw cancelled();
  const told = answer as TrainerMessage | null;
  if (told?.kind === 'failed') throw StudioError.fromData(told.error);
  return told?.kind === kind ? (told as Answer<Kind>) : { gone: reason };
}
