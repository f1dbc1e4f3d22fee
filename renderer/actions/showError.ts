import { toast } from 'sonner';
import { i18n } from '../i18n/i18n.ts';
import { translateMessage } from '../i18n/translateMessage.ts';
import { koreanOptionLabel } from '../i18n/useMessage.ts';
import { toStudioError } from '../state/toStudioError.ts';

/** For what went wrong where no place on the screen waits for it; `about` is the name of a file. */
export function showError(thrown: unknown, about = ''): void {
  const error = toStudioError(thrown);
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  const say = (text: string) => translateMessage(language, text, koreanOptionLabel);
  const isNamed = about === '' || error.message.includes(about);
  toast.error(i18n.t(`errors.${error.code}`), {
    description: [isNamed ? '' : `${about}:`, say(error.message), say(error.hint ?? '')]
      .filter(Boolean)
      .join(' '),
    duration: 8_000,
  });
}
