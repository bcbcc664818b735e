import { createRequire } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

export default defineConfig({
  plugins: [react()],
  resolve: {
    tsconfigPaths: true,
    // 'server-only' throws outside the app bundler; unit tests read server files on purpose.
    alias: { 'server-only': require.resolve('server-only/empty.js') },
  },
  test: {
    include: ['lib/**/*.test.ts', 'lib/**/*.test.tsx', 'components/**/*.test.tsx', 'app/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
  },
})
