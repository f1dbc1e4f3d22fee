import { afterEach, describe, expect, it, vi } from 'vitest';
import { openGpu } from './openGpu.ts';

interface FakeContext {
  readonly renderer: string;
  readonly extensions: readonly string[];
}

/** A page with a browser's WebGL2, or none, and its WebGPU without an adapter. */
function page(context: FakeContext | null): void {
  const gl = context && {
    getExtension: (name: string) =>
      ['WEBGL_debug_renderer_info', ...context.extensions].includes(name)
        ? { UNMASKED_RENDERER_WEBGL: 1 }
        : null,
    getParameter: () => context.renderer,
  };
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null } });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => gl }) });
}

afterEach(() => vi.unstubAllGlobals());

describe('a page that finds no GPU says why', () => {
  it('names both ways that are closed', async () => {
    page(null);
    const reason = 'WebGPU finds no adapter, this system offers no WebGL2';
    expect(await openGpu(true)).toEqual({ reason });
  });

  it('refuses a driver that computes on the processor', async () => {
    page({ renderer: 'ANGLE (Google, SwiftShader driver)', extensions: [] });
    const reason =
      'WebGPU finds no adapter, ' +
      'WebGL2 finds only a software adapter (ANGLE (Google, SwiftShader driver))';
    expect(await openGpu(false)).toEqual({ reason });
  });

  it('names what WebGL2 lacks', async () => {
    page({ renderer: 'Old card', extensions: ['OES_texture_float_linear'] });
    const reason = 'WebGPU finds no adapter, WebGL2 lacks EXT_color_buffer_float (Old card)';
    expect(await openGpu(false)).toEqual({ reason });
  });
});
