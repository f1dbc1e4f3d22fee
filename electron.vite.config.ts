/**
 * Builds every process of the studio into out/.
 *
 * Main and preload are CommonJS for Node 18 and Chrome 114, because the test runtime of scripts/electronRuntime.ts is
 * Electron 25; the same files run in Electron 45. Only packages with native binaries stay outside the bundles.
 */
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const external = ['electron', 'better-sqlite3', 'onnxruntime-node', 'webgpu'];

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: {
        external,
        input: {
          main: at('main/main.ts'),
          service: at('main/service/process.ts'),
          importer: at('main/service/library/importer.ts'),
          trainer: at('main/trainer/trainer.ts'),
          feeder: at('main/trainer/feeder.ts'),
          cli: at('main/cli/descent.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      // A sandboxed preload has no require of its own: one file each, everything in it.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: at('main/preload.ts'), trainerPreload: at('main/trainerPreload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    // Absolute: the page lives at app://studio/.
    base: '/',
    plugins: [react(), tailwindcss()],
    // The trainer window's page is no part of the renderer; only its HTML lies there, to be built and served alike.
    resolve: { alias: { '/trainer-page.ts': at('main/trainer/window/page.ts') } },
    publicDir: false,
    build: {
      target: 'chrome114',
      outDir: at('out/renderer'),
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { index: at('renderer/index.html'), trainer: at('renderer/trainer.html') },
      },
    },
  },
});
