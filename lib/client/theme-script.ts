/** Where this browser remembers the theme, and the event that tells of a change in this tab. */
export const THEME_KEY = 'callboard-theme'

/**
 * Runs before the first paint, so the page never flashes in the wrong theme: puts `light` or `dark` on the document and
 * follows the system, other tabs and our own switch from then on.
 */
export const THEME_SCRIPT = `(()=>{const m=matchMedia('(prefers-color-scheme: dark)');const apply=()=>{let t=null;try{t=localStorage.getItem('${THEME_KEY}')}catch{}document.documentElement.dataset.theme=t==='dark'||(t!=='light'&&m.matches)?'dark':'light'};apply();m.addEventListener('change',apply);addEventListener('storage',apply);addEventListener('${THEME_KEY}',apply)})()`
