import { firstLoad, withLibrary } from './scripts/route-files.mjs'

// What the browser fetches for /outbound, gzipped: before the chart library is asked for, and with it.
const page = '/(desk)/outbound/page'

export default [
  { name: '/outbound, first load', path: firstLoad(page), limit: '190 KiB', gzip: true },
  {
    name: '/outbound, with the chart library',
    path: withLibrary(page, 'recharts-surface'),
    limit: '300 KiB',
    gzip: true,
  },
  { name: '/tv', path: 'public/tv/tv.js', limit: '150 KiB', gzip: true },
]
