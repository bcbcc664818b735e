/** A scene on the wall. */
const scene = (id, kind, view, seconds = 5) => ({ id, kind, view, seconds, title: null })

/** What the screens of a measurement show: the pinned scoreboard of a view, and beside it scenes that take turns quickly. */
export function benchShow(view, text = 'Good morning') {
  return {
    lineUps: [
      {
        id: 'always',
        name: 'Always',
        when: null,
        isOff: false,
        pinsFirst: true,
        scenes: [
          scene('week', 'scoreboard', view),
          scene('leaders', 'leaderboard', view),
          scene('day', 'day', '?period=today'),
          { id: 'words', kind: 'message', text, image: null, seconds: 5, title: null },
        ],
      },
    ],
    language: 'en',
    theme: 'dark',
    showsContacts: false,
    showsCompanies: false,
    celebrates: true,
    quietHours: null,
  }
}

/** Asks as the desk does. Throws with the answer's text for anything but success. */
async function ask({ origin, cookie }, method, path, body) {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`)
  return text ? JSON.parse(text) : null
}

/** Makes a screen that brings its secret along. Answers its id and the secret. */
export function makeScreen(world, name, show) {
  return ask(world, 'POST', '/api/screens', { code: null, name, place: 'Bench', show, hasSound: false })
}

/** Changes what a screen shows, whatever it is now. */
export async function changeScreen(world, id, show) {
  const screens = await ask(world, 'GET', '/api/screens')
  const { revision } = screens.find(screen => screen.id === id)
  return ask(world, 'PATCH', `/api/screens/${id}`, { show, revision })
}

/** Opens a screen in a browser of its own, 1080p. A browser without a window names itself so that it would get no script. */
export async function openScreen(browser, { origin }, { secret }) {
  const chrome = `Chrome/${browser.version().split('.')[0]}.0.0.0 Safari/537.36`
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome}`
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, userAgent })
  await context.addCookies([{ name: 'callboard-screen', value: secret, url: origin }])
  const page = await context.newPage()
  return { page, devtools: await context.newCDPSession(page) }
}
