/** GPU.js in a page: over WebGL2, for graphics cards that the browser offers no WebGPU for. */
import { GPU } from 'gpu.js';
import type { DeviceProblem } from '../../../core/contract/DeviceProblem.ts';
import type { FoundBackend, GpuAdapter } from '../../../core/contract/DeviceReport.ts';
import type { GpuInstance } from '../../../core/executors/gpujs/GpuModule.ts';
import type { Device } from '../../../core/executors/gpujs/webgl2/Device.ts';
import { webgl2Backend } from '../../../core/executors/gpujs/webgl2/webgl2Backend.ts';
import { gpuDetail, type OpenedGpu, refuseAdapter } from '../OpenedGpu.ts';

/** Textures of float32 are read everywhere, and written only where the device has this. */
const FLOAT_RESULTS = 'EXT_color_buffer_float';

/** Drivers that compute on the processor, as they call themselves. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

interface FoundContext {
  readonly canvas: HTMLCanvasElement;
  readonly gl: WebGL2RenderingContext;
  readonly adapter: GpuAdapter;
  readonly problem: DeviceProblem | null;
}

export function openWebGl2(software: boolean): OpenedGpu {
  const found = findContext(software);
  if ('code' in found) return { problem: found };
  const { canvas, gl, adapter, problem } = found;
  if (problem) return { problem };
  const gpu = new GPU({ mode: 'webgl2', canvas, context: gl }) as unknown as GpuInstance;
  return {
    gpu,
    backend: webgl2Backend(gpu, gl as unknown as Device),
    detail: gpuDetail(adapter, 'webgl2'),
    largestBuffer: largestTensorOf(gl),
  };
}

/** Its context is given back at once: a page has few. */
export function probeWebGl2(software: boolean): FoundBackend {
  const found = findContext(software);
  if ('code' in found) return { backend: 'webgl2', adapter: null, problem: found };
  found.gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { backend: 'webgl2', adapter: found.adapter, problem: found.problem };
}

function findContext(software: boolean): FoundContext | DeviceProblem {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { alpha: false, depth: false, antialias: false });
  if (!gl) return { code: 'not-offered', backend: 'webgl2' };
  const adapter = describe(gl);
  return { canvas, gl, adapter, problem: refuse(gl, adapter, software) };
}

function refuse(gl: WebGL2RenderingContext, adapter: GpuAdapter, software: boolean) {
  const refused = refuseAdapter(adapter, software, 'webgl2');
  if (refused || gl.getExtension(FLOAT_RESULTS)) return refused;
  const detail = `WebGL2 lacks ${FLOAT_RESULTS} (${adapter.description})`;
  return { code: 'refused', detail } as const;
}

function describe(gl: WebGL2RenderingContext): GpuAdapter {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER);
  const description = String(name || '');
  const isSoftware = SOFTWARE.test(description);
  const known = { vendor: '', architecture: '', description, isSoftware, limits: null };
  return { ...known, largestTensor: largestTensorOf(gl) };
}

/** A texture of floats as large as one may be. */
function largestTensorOf(gl: WebGL2RenderingContext): number {
  const side = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  return side ** 2 * Float32Array.BYTES_PER_ELEMENT;
}
