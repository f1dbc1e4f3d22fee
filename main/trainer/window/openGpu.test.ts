import { afterEach, describe, expect, it, vi } from 'vitest';
import { openGpu } from './openGpu.ts';
import { probeGpu } from './probeGpu.ts';

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
  it('tells of the way that is tried first', async () => {
    page(null);
    expect(await openGpu('webgpu', true)).toEqual({ problem: { code: 'no-adapter' } });
  });

  it.each([
    ['there is none', null, { code: 'not-offered', backend: 'webgl2' }],
    [
      'a driver that computes on the processor',
      { renderer: 'ANGLE (Google, SwiftShader driver)', extensions: [] },
      {
        code: 'software-only',
        backend: 'webgl2',
        adapter: 'ANGLE (Google, SwiftShader driver)',
      },
    ],
    [
      'what WebGL2 lacks',
      { renderer: 'Old card', extensions: ['OES_texture_float_linear'] },
      { code: 'refused', detail: 'WebGL2 lacks EXT_color_buffer_float (Old card)' },
    ],
  ])('names of WebGL2: %s', async (_, context, problem) => {
    page(context);
    expect((await probeGpu(false)).map((found) => found.problem)).toEqual([
      { code: 'no-adapter' },
      problem,
    ]);
  });
});
