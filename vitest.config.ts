import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  resolve: {
    tsconfigPaths: true,
    // 'server-only' throws outside the app bundler; unit tests read server files on purpose.
    alias: { 'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    include: [
      'lib/**/*.test.ts',
      'lib/**/*.test.tsx',
      'components/**/*.test.tsx',
      'app/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    globalSetup: ['scripts/services/for-tests.mjs'],
    environment: 'node',
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
  },
})
