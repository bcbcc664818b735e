import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: {
    // ICU messages are compiled at build time, so the browser never loads a message parser.
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  serverExternalPackages: [
    'pino',
    'bentocache',
    '@electric-sql/pglite',
    'pg',
    'ioredis',
    'prom-client',
    'nodemailer',
    'playwright-core',
  ],
  // What is read or run as a file and not imported: the SQL of the migrations, and what makes an embedded database.
  outputFileTracingIncludes: {
    '/*': ['./lib/server/db/migrations/**/*', './lib/server/db/make-database.mjs'],
    // It finds its parts by name when a PDF is printed.
    '/api/reviews/*/pdf': ['./node_modules/playwright-core/{*.json,index.*,lib/*,lib/{server,entry}/**/*}'],
  },
  // `npm test` checks types, tests included; a build on a user's machine need not do so again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // Next holds this much of every body in memory before anybody is asked who sends it; no form of ours is longer.
    proxyClientMaxBodySize: '128kb',
  },
  // What a browser asks for beside an answer that names no icon: bare data, or a page of an error.
  async rewrites() {
    return [{ source: '/favicon.ico', destination: '/icon.svg' }]
  },
  async headers() {
    return [
      // The worker of a screen looks after /tv itself, which is above the folder it is served from, and is always the newest.
      {
        source: '/tv/sw.js',
        headers: [
          { key: 'Service-Worker-Allowed', value: '/tv' },
          { key: 'Cache-Control', value: 'no-cache' },
        ],
      },
      {
        source: '/:path*',
        headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }],
      },
      {
        // What follows guards documents and data; on each of a page's many scripts, open to all, it would only be weight.
        source: '/((?!_next/static/).*)',
        headers: [
          // The proxy adds what hangs on settings: the content security policy, frames, and https for good.
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
        ],
      },
      // Nobody is told where a screen is.
      { source: '/tv', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
      // The address of a shared page is its key: it goes to nobody, no search engine lists it, and no cache keeps it.
      {
        source: '/share/:path*',
        headers: [
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
          { key: 'Cache-Control', value: 'no-store' },
        ],
      },
      // Some chats fetch pictures themselves, others have the browser of whoever reads show them.
      { source: '/share/pictures/:path*', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }] },
    ]
  },
}

export default withNextIntl(config)
