import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const fonts = dirname(createRequire(import.meta.url).resolve('vazirmatn/package.json'));

/** The font's licence asks to travel with the font. */
const fontLicence: Plugin = {
  name: 'font-licence',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'assets/vazirmatn.OFL.txt',
      source: readFileSync(join(fonts, 'OFL.txt')),
    });
  },
};

/** The panel: the page inside the widget's iframe. The loader has a config of its own. */
export default defineConfig({
  root: 'src/panel',
  base: './',
  plugins: [fontLicence],
  build: {
    outDir: '../../dist/panel',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // The demo page uses the font too, so its name must not change with each build.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.woff2')) ? 'assets/vazirmatn.woff2' : 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: { root: '.', include: ['test/**/*.test.{ts,tsx}'] },
});
