import type { TFunction } from 'i18next';
import type { DeviceProblem } from '../../core/contract/DeviceProblem.ts';
import { gpuBackendNames } from '../../core/contract/gpuBackendNames.ts';
import { i18n } from '../i18n/i18n.ts';
import { translateDetail } from '../i18n/translateMessage.ts';
import type { createFormat } from './createFormat.ts';

type Format = ReturnType<typeof createFormat>;

/** What a device cannot do and why, as a sentence. */
export function deviceProblemText(t: TFunction, format: Format, problem: DeviceProblem): string {
  switch (problem.code) {
    case 'not-offered':
    case 'no-adapter': {
      const { code, backend = 'webgpu' } = problem;
      return t(`deviceProblems.${code}`, { api: gpuBackendNames[backend] });
    }
    case 'software-only': {
      const { adapter, backend = 'webgpu' } = problem;
      return t('deviceProblems.software-only', { adapter, api: gpuBackendNames[backend] });
    }
    case 'lost':
      return t('deviceProblems.lost');
    case 'too-large': {
      const { tensor, bytes, limit } = problem;
      const sizes = { bytes: format.bytes(bytes), limit: format.bytes(limit) };
      return t('deviceProblems.too-large', { tensor: inLanguage(tensor), ...sizes });
    }
    case 'dataset-too-large': {
      const sizes = { bytes: format.bytes(problem.bytes), limit: format.bytes(problem.limit) };
      return t('deviceProblems.dataset-too-large', sizes);
    }
    case 'refused':
    case 'ended':
      return t(`deviceProblems.${problem.code}`, { detail: inLanguage(problem.detail) });
    default:
      return problem satisfies never;
  }
}

const inLanguage = (detail: string) =>
  translateDetail(i18n.language === 'ko' ? 'ko' : 'en', detail);
