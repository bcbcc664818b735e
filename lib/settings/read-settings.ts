import { type Settings, settingsSchema } from './settings'

type Name = keyof Settings

function isName(name: string): name is Name {
  return Object.hasOwn(settingsSchema.shape, name)
}

/**
 * Settings from a stored document, whatever wrote it: what an older version did not know has its default, what a newer
 * version added is left aside, and what cannot be read has its default and is named.
 */
export function readSettings(document: unknown, defaults: Settings): { settings: Settings; unreadable: string[] } {
  const settings = { ...defaults }
  if (typeof document !== 'object' || document === null) return { settings, unreadable: ['settings'] }
  const unreadable: Name[] = []
  for (const [name, value] of Object.entries(document)) {
    if (!isName(name)) continue
    const read = settingsSchema.shape[name].safeParse(value)
    if (read.success) Object.assign(settings, { [name]: read.data })
    else unreadable.push(name)
  }
  return { settings, unreadable }
}
