import { i18n } from '../i18n/i18n.ts';
import { translateMessage } from '../i18n/translateMessage.ts';
import { koreanOptionLabel } from '../i18n/useMessage.ts';
import { toStudioError } from '../state/toStudioError.ts';

/** What went wrong and what to do, in the person's language; `about` is the name of a file. */
export function describeError(thrown: unknown, about = ''): { title: string; text: string } {
  const error = toStudioError(thrown);
  const language = i18n.language === 'ko' ? 'ko' : 'en';
  const say = (text: string) => translateMessage(language, text, koreanOptionLabel);
  const isNamed = about === '' || error.message.includes(about);
  const parts = [isNamed ? '' : `${about}:`, say(error.message), say(error.hint ?? '')];
  return { title: i18n.t(`errors.${error.code}`), text: parts.filter(Boolean).join(' ') };
}
