/**
 * Asks again whenever the question changes, one request at a time: while an answer is on its way
 * only the newest question waits, so that a slider that is dragged never builds a queue. The last
 * answer stays in sight until the next has come.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import type { StudioMethod, StudioParams, StudioResult } from '../../core/contract/StudioApi.ts';
import type { StudioError } from '../../core/contract/StudioError.ts';
import { toStudioError } from '../state/toStudioError.ts';
import { request } from '../studio.ts';

interface Latest<T> {
  readonly result: T | null;
  readonly error: StudioError | null;
}

export function useLatest<M extends StudioMethod>(
  method: M,
  params: StudioParams<M>,
): Latest<StudioResult<M>> {
  const [answer, setAnswer] = useState<Latest<StudioResult<M>>>({ result: null, error: null });
  const waiting = useRef<string | null>(null);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  const key = JSON.stringify(params);

  useLayoutEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  // Before the page is painted: the answer is made meanwhile.
  useLayoutEffect(() => {
    waiting.current = key;
    if (isBusy.current) return;
    isBusy.current = true;
    const work = async () => {
      while (waiting.current !== null && !isGone.current) {
        const asked = waiting.current;
        waiting.current = null;
        try {
          const result = await request(method, JSON.parse(asked) as StudioParams<M>);
          if (!isGone.current) setAnswer({ result, error: null });
        } catch (error) {
          if (!isGone.current) setAnswer({ result: null, error: toStudioError(error) });
        }
      }
      isBusy.current = false;
    };
    void work();
  }, [method, key]);

  return answer;
}
