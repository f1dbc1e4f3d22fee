/**
 * Asks before what cannot be undone: `await confirm({...})` anywhere, one dialog for the window.
 */
import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { Button } from './Button.tsx';

interface Question {
  readonly title: string;
  readonly text: string;
  /** The verb on the button that goes on. */
  readonly action: string;
  readonly dangerous?: boolean;
  /** Gives the keyboard to what was asked about: what had it may be a menu that is gone. */
  readonly onClosed?: () => void;
}

interface Asking extends Question {
  readonly answer: (yes: boolean) => void;
}

interface QuestionState {
  readonly asking: Asking | null;
  /** Of the question asked last: the dialog closes when it is answered already. */
  readonly onClosed: Question['onClosed'];
}

const useQuestion = create<QuestionState>(() => ({ asking: null, onClosed: undefined }));

export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useQuestion.setState({ asking: null });
      resolve(yes);
    };
    useQuestion.setState({ asking: { ...question, answer }, onClosed: question.onClosed });
  });
}

export function ConfirmDialog() {
  const { t } = useTranslation();
  const asking = useQuestion((state) => state.asking);
  return (
    <AlertDialog.Root open={asking !== null} onOpenChange={(open) => open || asking?.answer(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Content
          onCloseAutoFocus={() => useQuestion.getState().onClosed?.()}
          className="float-in fixed top-[20vh] left-1/2 z-50 w-[26rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 rounded-xl border border-line bg-raised p-5 shadow-float"
        >
          <AlertDialog.Title className="text-md font-semibold">{asking?.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-muted">
            {asking?.text}
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{t('common.cancel')}</Button>
            </AlertDialog.Cancel>
            <Button
              variant={asking?.dangerous ? 'danger' : 'primary'}
              data-testid="confirm"
              onClick={() => asking?.answer(true)}
            >
              {asking?.action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
