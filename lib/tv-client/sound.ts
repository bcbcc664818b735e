/** Two soft notes, a fifth apart: their pitches in hertz, and when each begins, in seconds. */
const NOTES = [
  { pitch: 587.33, at: 0 },
  { pitch: 880, at: 0.16 },
]
const LENGTH = 0.9
const LOUDNESS = 0.12
/** By then both have faded, in milliseconds. */
const OVER = 3000

function play(context: AudioContext): void {
  for (const { pitch, at } of NOTES) {
    const tone = context.createOscillator()
    const gain = context.createGain()
    const begin = context.currentTime + at
    tone.frequency.value = pitch
    gain.gain.setValueAtTime(0, begin)
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + LENGTH)
    tone.connect(gain).connect(context.destination)
    tone.start(begin)
    tone.stop(begin + LENGTH)
  }
}

/**
 * Rings once. Browsers may refuse sound that nobody asked for by a click: then they keep us waiting for ever, so nothing is waited
 * for, and what was not heard in time is never heard. Between two moments the device's sound is let go.
 */
export function ring(): void {
  try {
    const context = new AudioContext()
    context.resume().catch(() => {})
    play(context)
    setTimeout(() => context.close().catch(() => {}), OVER)
  } catch {
    // A screen without sound is a screen all the same.
  }
}
