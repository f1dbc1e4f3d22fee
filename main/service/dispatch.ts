/**
 * The service's door: parses parameters by the contract, finds the method, and lets nothing but a
 * StudioError out.
 */
import type { z } from 'zod';
import { type StudioMethod, studioApi } from '../../core/contract/StudioApi.ts';
import { StudioError } from '../../core/contract/StudioError.ts';
import { describeReceived } from './describeReceived.ts';
import type { Methods } from './ServiceContext.ts';
import { schemaError } from './schemaError.ts';
import { toStudioError } from './toStudioError.ts';

export async function dispatch(
  methods: Methods,
  method: string,
  params: unknown,
): Promise<unknown> {
  try {
    if (!isStudioMethod(method)) {
      throw new StudioError('invalid-request', `There is no method ${describeReceived(method)}.`, {
        where: 'method',
      });
    }
    const parsed = parseParams(studioApi[method].params, params);
    const handler = methods[method] as (params: unknown) => unknown;
    return await handler(parsed);
  } catch (error) {
    throw toStudioError(error);
  }
}

function isStudioMethod(method: string): method is StudioMethod {
  return Object.hasOwn(studioApi, method);
}

function parseParams(schema: z.ZodType, params: unknown): unknown {
  const parsed = parseBounded(schema, params);
  if (parsed.success) return parsed.data;
  throw schemaError('invalid-request', parsed.error, params);
}

/**
 * A value nested without end overflows a recursive schema; that is the caller's mistake, not ours.
 */
function parseBounded(schema: z.ZodType, params: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(params);
  } catch (cause) {
    throw new StudioError('invalid-request', 'The input cannot be read: it is nested too deeply.', {
      cause,
    });
  }
}
