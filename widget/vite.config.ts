import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const fontPackage = createRequire(import.meta.url).resolve('vazirmatn/package.json');
const { version } = JSON.parse(readFileSync(fontPackage, 'utf8')) as { version: string };

/** The font's licence asks to travel with the font. */
const fontLicence: Plugin = {
  name: 'font-licence',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'assets/vazirmatn.OFL.txt',
      source: readFileSync(join(dirname(fontPackage), 'OFL.txt')),
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
        // The demo page uses the font too, so its name says the version, not a hash of this build.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.woff2'))
            ? `assets/vazirmatn-wght${version}.woff2`
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: { root: '.', include: ['test/**/*.test.{ts,tsx}'] },
});
