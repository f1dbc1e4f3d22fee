import { afterEach, expect, test } from 'vitest';
import type { DeviceProblem } from '../../core/contract/DeviceProblem.ts';
import { i18n } from '../i18n/i18n.ts';
import { createFormat } from './createFormat.ts';
import { deviceProblemText } from './deviceProblemText.ts';

afterEach(() => i18n.changeLanguage('en'));

async function say(language: 'en' | 'ko', problem: DeviceProblem): Promise<string> {
  await i18n.changeLanguage(language);
  return deviceProblemText(i18n.t, createFormat(language), problem);
}

const ended = (detail: string): DeviceProblem => ({ code: 'ended', detail });
const refused = (detail: string): DeviceProblem => ({ code: 'refused', detail });

test.each([
  [
    ended('its window ended (crashed)'),
    'GPU에서 하던 작업이 비정상적으로 끝났습니다(창이 종료됨: crashed).',
  ],
  [ended('its window did not load in time'), '(창이 제때 열리지 않음)'],
  [ended('its window did not load (ERR_FAILED)'), '(창이 열리지 않음: ERR_FAILED)'],
  [ended('its process did not answer in time'), '(프로세스가 제때 응답하지 않음)'],
  [ended('the studio closed'), '(스튜디오가 닫힘)'],
  [ended('signal SIGKILL'), '(신호 SIGKILL)'],
  [
    refused('WebGL2 lacks EXT_color_buffer_float (Old card)'),
    'WebGL2에 없는 기능: EXT_color_buffer_float(Old card)',
  ],
  [
    refused('The GPU refused to compute: binding size is 0'),
    'GPU가 계산을 거부했습니다: binding size is 0',
  ],
  [
    { code: 'too-large', tensor: 'a result of matmul, [3, 4],', bytes: 4000, limit: 1000 },
    'matmul의 결과 [3, 4]에는 4kB가 필요합니다',
  ],
] as const)('what of a reason is ours is said in Korean: %j', async (problem, korean) => {
  expect(await say('ko', problem)).toContain(korean);
});

test('what another program said stays as it said it', async () => {
  const foreign = 'Error compiling WGSL compute shader:\n  3:7 unresolved type';
  expect(await say('ko', refused(foreign))).toContain(foreign);
});

test('a reason stands inside an English sentence', async () => {
  const tensor = 'a result of matmul, [3, 4],';
  expect(await say('en', { code: 'too-large', tensor, bytes: 4000, limit: 1000 })).toBe(
    'The GPU holds at most 1 kB in one piece, and a result of matmul, [3, 4], needs 4 kB.',
  );
});
