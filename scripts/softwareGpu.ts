/**
 * A graphics card of software for the tests of the GPU executor: the Vulkan of SwiftShader, which
 * Electron carries along. Right, and slow.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime } from './electronRuntime.ts';

/**
 * The environment in which Dawn finds it; on other systems than Linux, or where Electron cannot be
 * had, the environment as it is, and the tests that need an adapter are skipped by name.
 */
export async function withSoftwareGpu(say: (line: string) => void): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux') return process.env;
  const runtime = await electronRuntime(say).catch(() => null);
  const driver = runtime && join(runtime.directory, 'vk_swiftshader_icd.json');
  if (!runtime || !driver || !existsSync(driver)) return process.env;
  return {
    ...process.env,
    VK_ICD_FILENAMES: driver,
    // The loader, libvulkan.so.1, lies beside it.
    LD_LIBRARY_PATH: [runtime.directory, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
}
