/** Keeps the device from dimming, where the browser can; asked again whenever the page comes back, since hiding ends it. */
export function stayAwake(): void {
  if (!('wakeLock' in navigator)) return
  const hold = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', hold)
  hold()
}
