/**
 * A request's answer for a component: asked again when its parameters change, late answers are
 * ignored.
 */
import { useEffect, useState } from 'react';
import type { StudioMethod, StudioParams, StudioResult } from '../../core/contract/StudioApi.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { toStudioError } from '../state/toStudioError.ts';
import { request } from '../studio.ts';

interface Answer<T> {
  readonly key: string;
  readonly result: T | null;
  readonly error: StudioError | null;
}

/**
 * Null parameters: nothing is asked yet. A new `version` asks again and keeps the answer in hand
 * until the next has come.
 */
export function useRequest<M extends StudioMethod>(
  method: M,
  params: StudioParams<M> | null,
  version: number | string = 0,
) {
  const key = params === null ? '' : JSON.stringify(params);
  const [answer, setAnswer] = useState<Answer<StudioResult<M>>>({
    key: '',
    result: null,
    error: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks the same again.
  useEffect(() => {
    if (key === '') return;
    let current = true;
    request(method, JSON.parse(key) as StudioParams<M>).then(
      (result) => current && setAnswer({ key, result, error: null }),
      (error) => current && setAnswer({ key, result: null, error: toStudioError(error) }),
    );
    return () => {
      current = false;
    };
  }, [method, key, version]);
  const fresh = answer.key === key;
  return { result: fresh ? answer.result : null, error: fresh ? answer.error : null };
}
