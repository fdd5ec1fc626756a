import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './serverSetup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
