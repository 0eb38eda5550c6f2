import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** What is built for which process: see README. Packages from npm stay outside the bundles, but for the page's and those that every start reads. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      // Read as hundreds of small files, these took longer to load than all else at the start.
      externalizeDeps: { exclude: ['zod', 'drizzle-orm', 'uuid'] },
      sourcemap: true,
      rollupOptions: {
        input: { index: 'src/main/index.ts', engine: 'src/main/engine/index.ts', reader: 'src/main/reader/index.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'src/main/preload.ts' },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // Small files would otherwise become data: addresses, which the page's security policy does not let scripts and styles use.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'src/renderer/index.html' },
    },
  },
});
