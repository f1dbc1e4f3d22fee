/** The requests about devices; a part of StudioApi.ts. */
import { z } from 'zod';
import { DeviceReport } from './DeviceReport.ts';
import { SelfTestReport } from './SelfTestReport.ts';

const Empty = z.strictObject({});

export const deviceApi = {
  /**
   * What this computer can train on. Looked for at the first request, which takes about a second, and
   * with `again`.
   */
  'devices.get': {
    params: z.strictObject({ again: z.boolean().default(false) }),
    result: DeviceReport,
  },
  /**
   * Trains a small fixed network for ten steps on every executor, one after the other, and tells
   * `selfTest.progress` on the way; takes a few seconds. Refused with `busy` while one is in work.
   */
  'devices.selfTest': { params: Empty, result: SelfTestReport },
  /** The self-test in work is refused with `cancelled`; answered when it has ended. */
  'devices.cancelSelfTest': { params: Empty, result: Empty },
} as const;
