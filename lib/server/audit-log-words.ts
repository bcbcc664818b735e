import 'server-only'
import { getTranslations } from 'next-intl/server'
import { ROLES } from '@/lib/permissions'
import { SECTIONS } from '@/lib/report/review/document'
import { TARGET_KINDS } from '@/lib/settings/delivery'
import type { AuditAction } from './audit'
import { type AuditWords, isAuditAction } from './audit-log'
import type { AuditRow } from './db/audit'

/** A key of the catalogue: a dot would lead to a message within a message. */
type Dashed<A extends string> = A extends `${infer Head}.${infer Tail}` ? `${Head}-${Tail}` : A

/** The key of an action's sentence under `settings.audit.actions`. Every action has one, or this does not compile. */
function sentenceKey<A extends AuditAction>(action: A): Dashed<A> {
  return action.replace('.', '-') as Dashed<A>
}

/** The sentences of the log in the reader's language. Without a target a sentence is the action's name. */
export async function auditWords(): Promise<AuditWords> {
  const t = await getTranslations('settings.audit')
  return (action, target) => t(`actions.${sentenceKey(action)}`, { target: target ?? 'none' })
}

/** Details that mean nothing to a reader; the file has them. */
const SILENT = new Set(['id', 'key', 'hash', 'call', 'version', 'before', 'after'])

const joined = (value: unknown) => String(value).replaceAll(' ', '_')

/** How the page says a line of the log: who, what, and what more there is to say, '' for nothing. */
export async function auditLineWords(): Promise<
  (row: AuditRow, sentence: AuditWords) => { who: string; what: string; details: string }
> {
  const [t, roles, reviews, deliveries] = await Promise.all([
    getTranslations('settings.audit'),
    getTranslations('roles'),
    getTranslations('reviews'),
    getTranslations('settings.deliveries'),
  ])
  const word = (value: unknown) => {
    const role = ROLES.find(each => each === value)
    return role ? roles(`names.${role}`) : String(value)
  }
  const sections = (value: unknown) =>
    SECTIONS.filter(each => String(value).split(' ').includes(each))
      .map(each => reviews(`sections.${each}`))
      .join(', ')
  const told = (key: string, value: unknown) => {
    // The catalogue's own choices have no spaces.
    if (key === 'reason') return joined(value)
    if (key === 'section' || key === 'sections') return sections(value)
    const kind = TARGET_KINDS.find(each => key === 'kind' && each === value)
    return kind ? deliveries(`kinds.${kind}`) : word(value)
  }
  const who = ({ actorKind: kind, actorName }: AuditRow) => {
    if (kind === 'system' || kind === 'nobody') return t(`actors.${kind}`)
    const name = actorName ?? '–'
    return kind === 'api' || kind === 'screen' || kind === 'share' ? t(`actors.${kind}`, { name }) : name
  }
  const more = (details: NonNullable<AuditRow['details']>) => {
    const { before, after } = details
    const rest = Object.entries(details).filter(([key, value]) => !SILENT.has(key) && value !== null && value !== '')
    return [
      ...(after === undefined ? [] : [t('change', { before: word(before ?? '–'), after: word(after) })]),
      ...rest.map(([key, value]) => t('fact', { key, value: told(key, value) })),
    ].join(' · ')
  }
  return (row, sentence) => ({
    who: who(row),
    what: isAuditAction(row.action) ? sentence(row.action, row.target) : row.action,
    details: row.details ? more(row.details) : '',
  })
}
