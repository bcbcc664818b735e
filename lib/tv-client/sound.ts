/** Two soft notes, a fifth apart: their pitches in hertz, and when each begins, in seconds. */
const NOTES = [
  { pitch: 587.33, at: 0 },
  { pitch: 880, at: 0.16 },
]
const LENGTH = 0.9
const LOUDNESS = 0.12

let context: AudioContext | null = null

/** Rings once. Browsers may refuse sound that nobody asked for by a click; then it stays quiet. */
export async function ring(): Promise<void> {
  try {
    context ??= new AudioContext()
    if (context.state === 'suspended') await context.resume()
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
  } catch {
    // A screen without sound is a screen all the same.
  }
}
