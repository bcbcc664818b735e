/*
 * Every door of the product × everybody who may stand before it. The doors are found in the app folder; what each must
 * answer is written here by hand. A door without a row fails.
 */

/** Who stands before the doors. `badToken` shows a token that is none, or no more. */
export const WHO = ['admin', 'manager', 'rep', 'viewer', 'script', 'nobody', 'badToken'] as const
export type Who = (typeof WHO)[number]

/** Status for each of WHO, and what is asked: an address with its places filled, and for writes a body. */
type Row = [statuses: string, door: string, address: string, body?: unknown]

/** A Wednesday with calls. */
export const DAY = '2026-01-14'
const REPORT = `?period=${DAY}&compare=none`
/** In place of ids that the test looks up: a call of the rep's, and one of somebody else's. */
export const OWN = '{own}'
export const THEIRS = '{theirs}'

/**
 * 200 and 204 are answers. 404, 422 and 400 are answers too: who gets them has passed the door, but asked for what is not
 * there or wrote nothing sensible, so that the questions change nothing. 401 and 403 are refusals.
 */
export const TABLE: Row[] = [
  // admin manager rep viewer script nobody badToken
  // Numbers
  ['200 200 200 200 200 401 401', 'GET /api/reports/[report]', `/api/reports/outbound${REPORT}`],
  ['200 200 200 200 200 401 401', 'GET /api/reports/[report]', `/api/reports/overview${REPORT}`],
  ['200 200 200 200 200 401 401', 'GET /api/reports/[report]/[table]', `/api/reports/outbound/leaderboard${REPORT}`],
  ['422 422 422 422 422 401 401', 'POST /api/exports', '/api/exports', {}],
  ['200 200 200 200 200 401 401', 'GET /api/directory', '/api/directory'],
  ['200 200 200 200 200 401 401', 'GET /api/team/funnel', `/api/team/funnel${REPORT}`],
  // Calls
  ['200 200 200 403 403 401 401', 'GET /api/drilldown', `/api/drilldown${REPORT}&stage=dials`],
  [
    '200 200 200 403 403 401 401',
    'GET /api/drilldown/day',
    `/api/drilldown/day${REPORT}&stage=dials&cell=wednesday-10&day=${DAY}`,
  ],
  ['200 200 200 403 403 401 401', 'GET /api/calls/details', `/api/calls/details?ids=${THEIRS}`],
  ['200 200 200 403 403 401 401', 'GET /api/calls/[id]', `/api/calls/${OWN}`],
  ['200 200 403 403 403 401 401', 'GET /api/calls/[id]', `/api/calls/${THEIRS}`],
  ['200 200 200 403 403 401 401', 'GET /api/calls/[id]/recording', `/api/calls/${OWN}/recording`],
  ['200 200 403 403 403 401 401', 'GET /api/calls/[id]/recording', `/api/calls/${THEIRS}/recording`],
  ['422 422 403 403 403 401 401', 'POST /api/calls/[id]/tags', `/api/calls/${OWN}/tags`, {}],
  ['404 404 403 403 403 401 401', 'DELETE /api/calls/[id]/tags/[tag]', '/api/calls/cll-nothing/tags/nothing'],
  ['200 200 200 403 403 401 401', 'GET /api/items', `/api/items?dates=${DAY}`],
  ['200 200 200 403 403 401 401', 'GET /api/items/export', `/api/items/export?dates=${DAY}`],
  ['200 200 200 403 403 401 401', 'GET /api/items/count', `/api/items/count?type=texts&dates=${DAY}`],
  // Contact and inbox
  ['200 200 200 403 403 401 401', 'GET /api/contacts/[number]', '/api/contacts/%2B12025550100'],
  ['200 200 403 403 403 401 401', 'GET /api/inbox', '/api/inbox'],
  [
    '422 422 403 403 403 401 401',
    'PUT /api/conversations/[number]/action',
    '/api/conversations/%2B33639981234/action',
    {},
  ],
  ['422 422 403 403 403 401 401', 'POST /api/texts', '/api/texts', {}],
  // Inès Caron is the rep's own Allo user, Tom Okafor somebody else's.
  ['200 200 200 403 403 401 401', 'GET /api/team/[id]/calls', `/api/team/usr-k3f9a1/calls${REPORT}`],
  ['200 200 403 403 403 401 401', 'GET /api/team/[id]/calls', `/api/team/usr-m7x2c8/calls${REPORT}`],
  // One's own account and views
  ['422 422 422 422 403 401 401', 'PATCH /api/account', '/api/account', {}],
  ['422 422 422 422 403 401 401', 'POST /api/account/password', '/api/account/password', {}],
  ['400 400 400 400 403 401 401', 'DELETE /api/account/sessions', '/api/account/sessions?except=nothing'],
  ['404 404 404 404 403 401 401', 'DELETE /api/account/sessions/[id]', '/api/account/sessions/ses_nothing'],
  ['422 422 422 422 403 401 401', 'PUT /api/account/start', '/api/account/start', {}],
  ['200 200 200 200 403 401 401', 'GET /api/views', '/api/views'],
  ['422 422 422 422 403 401 401', 'POST /api/views', '/api/views', {}],
  ['404 404 404 404 403 401 401', 'PATCH /api/views/[id]', '/api/views/viw_nothing', {}],
  ['404 404 404 404 403 401 401', 'DELETE /api/views/[id]', '/api/views/viw_nothing'],
  ['404 404 404 404 403 401 401', 'PUT /api/views/[id]/pin', '/api/views/viw_nothing/pin'],
  ['404 404 404 404 403 401 401', 'DELETE /api/views/[id]/pin', '/api/views/viw_nothing/pin'],
  // The workspace
  ['200 200 200 200 200 401 401', 'GET /api/latest', '/api/latest'],
  ['404 404 404 404 403 401 401', 'GET /api/reviews/[key]/pdf', '/api/reviews/nothing/pdf'],
  ['404 404 404 404 404 401 401', 'GET /api/reviews/[key]/tables/[table]', '/api/reviews/nothing/tables/funnel'],
  ['200 403 403 403 403 401 401', 'GET /api/deliveries', '/api/deliveries'],
  ['422 403 403 403 403 401 401', 'POST /api/deliveries', '/api/deliveries', {}],
  ['422 403 403 403 403 401 401', 'PATCH /api/deliveries/[id]', '/api/deliveries/dlv_nothing', {}],
  ['404 403 403 403 403 401 401', 'DELETE /api/deliveries/[id]', '/api/deliveries/dlv_nothing'],
  ['422 403 403 403 403 401 401', 'POST /api/deliveries/[id]/retry', '/api/deliveries/dlv_nothing/retry', {}],
  ['404 403 403 403 403 401 401', 'POST /api/deliveries/[id]/test', '/api/deliveries/dlv_nothing/test'],
  ['204 403 403 403 403 401 401', 'POST /api/connection/check', '/api/connection/check'],
  ['422 422 403 403 403 401 401', 'PUT /api/goals', '/api/goals', {}],
  ['422 403 403 403 403 401 401', 'PUT /api/settings', '/api/settings', {}],
  ['422 403 403 403 403 401 401', 'POST /api/tag-sets', '/api/tag-sets', {}],
  ['422 403 403 403 403 401 401', 'PUT /api/tag-sets/[id]', '/api/tag-sets/tag_nothing', {}],
  ['404 403 403 403 403 401 401', 'DELETE /api/tag-sets/[id]', '/api/tag-sets/tag_nothing'],
  ['422 403 403 403 403 401 401', 'PUT /api/tag-sets/default', '/api/tag-sets/default', {}],
  ['200 403 403 403 403 401 401', 'POST /api/zone-check', '/api/zone-check'],
  // Screens
  ['200 200 403 403 403 401 401', 'GET /api/screens', '/api/screens'],
  ['422 422 403 403 403 401 401', 'POST /api/screens', '/api/screens', {}],
  ['404 404 403 403 403 401 401', 'PATCH /api/screens/[id]', '/api/screens/scr_nothing', { revision: 'none' }],
  ['404 404 403 403 403 401 401', 'DELETE /api/screens/[id]', '/api/screens/scr_nothing'],
  ['422 422 403 403 403 401 401', 'POST /api/screens/[id]/commands', '/api/screens/scr_nothing/commands', {}],
  ['404 404 403 403 403 401 401', 'GET /screens/[id]/picture', '/screens/scr_nothing/picture'],
  ['422 422 403 403 403 401 401', 'POST /api/screens/images', '/api/screens/images', {}],
  ['404 404 403 403 401 401 401', 'GET /api/tv/images/[id]', '/api/tv/images/nothing'],
  ['404 404 403 403 403 401 401', 'PUT /api/celebrations/opt-outs/[id]', '/api/celebrations/opt-outs/usr-nobody'],
  ['404 404 403 403 403 401 401', 'DELETE /api/celebrations/opt-outs/[id]', '/api/celebrations/opt-outs/usr-nobody'],
  // Reviews: writes first read what was sent, and a review that is none asks nothing of anybody
  ['200 200 200 200 200 401 401', 'GET /api/reviews', '/api/reviews'],
  ['422 422 403 403 403 401 401', 'POST /api/reviews', '/api/reviews', {}],
  ['404 404 404 404 404 401 401', 'GET /api/reviews/[key]', '/api/reviews/nothing'],
  ['404 404 403 403 403 401 401', 'POST /api/reviews/[key]/revisions', '/api/reviews/nothing/revisions'],
  ['404 404 404 404 404 401 401', 'GET /api/reviews/[key]/since', '/api/reviews/nothing/since'],
  ['404 404 404 404 404 401 401', 'GET /api/reviews/[key]/writings', '/api/reviews/nothing/writings'],
  ['422 422 403 403 403 401 401', 'POST /api/reviews/[key]/notes', '/api/reviews/nothing/notes', {}],
  ['422 422 403 403 403 401 401', 'PATCH /api/reviews/[key]/notes/[id]', '/api/reviews/nothing/notes/not_nothing', {}],
  ['400 400 403 403 403 401 401', 'DELETE /api/reviews/[key]/notes/[id]', '/api/reviews/nothing/notes/not_nothing'],
  ['422 422 403 403 403 401 401', 'POST /api/reviews/[key]/commitments', '/api/reviews/nothing/commitments', {}],
  [
    '422 422 403 403 403 401 401',
    'PATCH /api/reviews/[key]/commitments/[id]',
    '/api/reviews/nothing/commitments/com_nothing',
    {},
  ],
  [
    '400 400 403 403 403 401 401',
    'DELETE /api/reviews/[key]/commitments/[id]',
    '/api/reviews/nothing/commitments/com_nothing',
  ],
  ['422 422 403 403 403 401 401', 'PUT /api/reviews/[key]/calls/[callId]', '/api/reviews/nothing/calls/nothing', {}],
  // People, tokens, audit
  ['404 403 403 403 403 401 401', 'PATCH /api/people/[id]', '/api/people/per_nothing', { role: 'admin' }],
  ['404 403 403 403 403 401 401', 'DELETE /api/people/[id]', '/api/people/per_nothing'],
  ['404 403 403 403 403 401 401', 'POST /api/people/[id]/reset-link', '/api/people/per_nothing/reset-link'],
  ['200 403 403 403 403 401 401', 'POST /api/people/ties', '/api/people/ties'],
  ['200 403 403 403 403 401 401', 'GET /api/invitations', '/api/invitations'],
  ['422 403 403 403 403 401 401', 'POST /api/invitations', '/api/invitations', {}],
  ['404 403 403 403 403 401 401', 'DELETE /api/invitations/[id]', '/api/invitations/lnk_nothing'],
  ['422 403 403 403 403 401 401', 'POST /api/tokens', '/api/tokens', {}],
  ['404 403 403 403 403 401 401', 'DELETE /api/tokens/[id]', '/api/tokens/tok_nothing'],
  ['200 200 403 403 403 401 401', 'GET /api/shares', '/api/shares'],
  ['422 422 403 403 403 401 401', 'POST /api/shares', '/api/shares', {}],
  ['404 404 403 403 403 401 401', 'PATCH /api/shares/[id]', '/api/shares/shr_nothing', { paused: true }],
  ['404 404 403 403 403 401 401', 'DELETE /api/shares/[id]', '/api/shares/shr_nothing'],
  ['200 403 403 403 403 401 401', 'GET /api/audit', '/api/audit?format=csv'],
  // Open to everybody: what leads to a session, and what proves itself by a secret or an address of its own
  ['200 200 200 200 200 200 200', 'GET /api/auth/[...nextauth]', '/api/auth/csrf'],
  ['404 404 404 404 404 404 404', 'POST /api/auth/[...nextauth]', '/api/auth/nothing', {}],
  ['422 422 422 422 422 422 422', 'POST /api/invitations/accept', '/api/invitations/accept', {}],
  ['404 404 404 404 404 404 404', 'POST /api/resets', '/api/resets', { email: 'x@example.com' }],
  ['422 422 422 422 422 422 422', 'POST /api/resets/use', '/api/resets/use', {}],
  ['422 422 422 422 422 422 422', 'POST /api/setup', '/api/setup', {}],
  ['200 200 200 200 200 200 200', 'GET /tv', '/tv'],
  ['200 200 200 200 200 200 200', 'GET /api/tv/pairing', '/api/tv/pairing'],
  ['401 401 401 401 401 401 401', 'GET /api/tv/show', '/api/tv/show'],
  ['401 401 401 401 401 401 401', 'GET /api/tv/stream', '/api/tv/stream'],
  ['401 401 401 401 401 401 401', 'POST /api/tv/beat', '/api/tv/beat', {}],
  ['422 422 422 422 422 422 422', 'POST /api/tv/key', '/api/tv/key', {}],
  ['404 404 404 404 404 404 404', 'GET /share/[token]/preview', '/share/nothing/preview'],
  ['404 404 404 404 404 404 404', 'GET /share/pictures/[address]', '/share/pictures/nothing'],
  ['404 404 404 404 404 404 404', 'POST /share/[token]/unlock', '/share/nothing/unlock', {}],
  // Without a secret there is no webhook.
  ['404 404 404 404 404 404 404', 'POST /api/webhooks/allo', '/api/webhooks/allo', {}],
  ['200 200 200 200 200 200 200', 'GET /api/health', '/api/health'],
  ['200 200 200 200 200 200 200', 'GET /api/ready', '/api/ready'],
  ['200 200 200 200 401 200 401', 'GET /api/metrics', '/api/metrics'],
  // Pages: 307 leads elsewhere, without a session to signing in
  ['307 307 307 307 307 307 307', 'PAGE /', '/'],
  ['200 200 200 200 307 307 307', 'PAGE /outbound', `/outbound${REPORT}`],
  ['200 200 200 403 307 307 307', 'PAGE /contacts/[number]', '/contacts/%2B12025550100'],
  ['200 200 403 403 307 307 307', 'PAGE /inbox', '/inbox'],
  ['200 200 200 403 307 307 307', 'PAGE /calls', `/calls?dates=${DAY}`],
  ['200 200 200 200 307 307 307', 'PAGE /team', `/team${REPORT}`],
  ['200 200 200 200 307 307 307', 'PAGE /people/[id]', `/people/usr-k3f9a1${REPORT}`],
  ['200 200 200 403 307 307 307', 'PAGE /calls/[id]', `/calls/${OWN}`],
  ['200 200 403 403 307 307 307', 'PAGE /calls/[id]', `/calls/${THEIRS}`],
  ['200 200 200 200 307 307 307', 'PAGE /reviews', '/reviews'],
  ['404 404 404 404 307 307 307', 'PAGE /reviews/[key]', '/reviews/nothing'],
  ['404 404 404 404 307 307 307', 'PAGE /reviews/[key]/paper', '/reviews/nothing/paper'],
  ['404 404 404 404 307 307 307', 'PAGE /reviews/[key]/present', '/reviews/nothing/present'],
  ['200 200 403 403 307 307 307', 'PAGE /screens', '/screens'],
  ['404 404 403 403 307 307 307', 'PAGE /screens/[id]', '/screens/scr_nothing'],
  ['307 307 307 307 307 307 307', 'PAGE /settings', '/settings'],
  ['200 200 200 200 307 307 307', 'PAGE /settings/account', '/settings/account'],
  ['200 200 200 200 307 307 307', 'PAGE /settings/views', '/settings/views'],
  ['200 200 403 403 307 307 307', 'PAGE /settings/goals', '/settings/goals'],
  ['200 200 403 403 307 307 307', 'PAGE /settings/celebrations', '/settings/celebrations'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/connection', '/settings/connection'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/workspace', '/settings/workspace'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/conversions', '/settings/conversions'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/deliveries', '/settings/deliveries'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/people', '/settings/people'],
  ['200 200 403 403 307 307 307', 'PAGE /settings/links', '/settings/links'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/tokens', '/settings/tokens'],
  ['200 403 403 403 307 307 307', 'PAGE /settings/audit', '/settings/audit'],
  ['307 307 307 307 200 200 200', 'PAGE /sign-in', '/sign-in'],
  ['404 404 404 404 404 404 404', 'PAGE /forgot', '/forgot'],
  ['200 200 200 200 200 200 200', 'PAGE /invitation/[token]', '/invitation/nothing'],
  ['404 404 404 404 404 404 404', 'PAGE /share/[token]', '/share/nothing'],
  ['200 200 200 200 200 200 200', 'PAGE /reset/[token]', '/reset/nothing'],
  ['404 404 404 404 404 404 404', 'PAGE /setup', '/setup'],
]
