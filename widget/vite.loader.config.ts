import { defineConfig } from 'vite';

/** The loader: one classic script, no dependencies, no other files. */
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'src/loader/main.ts', formats: ['iife'], name: 'dialogLoader', fileName: () => 'widget.js' },
  },
});
