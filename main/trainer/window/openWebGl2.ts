/** GPU.js in a page: over WebGL2, for graphics cards that the browser offers no WebGPU for. */
import { GPU } from 'gpu.js';
import type { GpuInstance } from '../../../core/executors/gpujs/GpuModule.ts';
import type { Device } from '../../../core/executors/gpujs/webgl2/Device.ts';
import { webgl2Backend } from '../../../core/executors/gpujs/webgl2/webgl2Backend.ts';
import { type FoundAdapter, gpuDetail, type OpenedGpu, refuseAdapter } from '../OpenedGpu.ts';

/** Textures of float32 are read everywhere, and written only where the device has this. */
const FLOAT_RESULTS = 'EXT_color_buffer_float';

/** Drivers that compute on the processor, as they call themselves. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function openWebGl2(software: boolean): OpenedGpu {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2', { alpha: false, depth: false, antialias: false });
  if (!gl) return { reason: 'this system offers no WebGL2' };
  const found = describe(gl);
  const reason = refuseAdapter(found, software, 'WebGL2');
  if (reason) return { reason };
  if (!gl.getExtension(FLOAT_RESULTS)) {
    return { reason: `WebGL2 lacks ${FLOAT_RESULTS} (${found.description})` };
  }
  const gpu = new GPU({ mode: 'webgl2', canvas, context: gl }) as unknown as GpuInstance;
  const side = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  return {
    gpu,
    backend: webgl2Backend(gpu, gl as unknown as Device),
    detail: gpuDetail(found, 'WebGL2'),
    largestBuffer: side ** 2 * Float32Array.BYTES_PER_ELEMENT,
  };
}

function describe(gl: WebGL2RenderingContext): FoundAdapter {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER);
  const description = String(name || 'unnamed');
  return { description, isSoftware: SOFTWARE.test(description) };
}
