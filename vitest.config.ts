import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,main,renderer,scripts}/**/*.test.{ts,tsx}'],
    // The machine that runs the tests may be slow and shared; no test asserts wall-clock time.
    testTimeout: 120_000,
  },
});
