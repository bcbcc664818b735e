import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuditPager } from '@/components/settings/audit/audit-pager'
import { AuditSearch } from '@/components/settings/audit/audit-search'
import { AuditTable } from '@/components/settings/audit/audit-table'
import { SettingsCard } from '@/components/settings/settings-card'
import { SettingsHeading } from '@/components/settings/settings-heading'
import { buttonClass } from '@/components/ui/button'
import { formatInstant } from '@/lib/format/dates'
import { requirePage } from '@/lib/server/access/page'
import { AUDIT_ACTIONS } from '@/lib/server/audit'
import { listActors, readAudit } from '@/lib/server/audit-log'
import { readAuditQuery, writeAuditQuery } from '@/lib/server/audit-log-search'
import { auditLineWords, auditWords } from '@/lib/server/audit-log-words'
import { toSearchParams } from '@/lib/server/page-params'
import { today, workspaceState } from '@/lib/server/workspace'

const PATH = '/settings/audit'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sections')
  return { title: t('audit') }
}

/** Who did what, when and from where; what is searched for stands in the address. */
export default async function AuditPage({ searchParams }: PageProps<'/settings/audit'>) {
  const access = await requirePage('audit.read')
  const given = toSearchParams(await searchParams)
  const query = readAuditQuery(given)
  // A form sends its empty fields too; one search has one address.
  if (new URLSearchParams(writeAuditQuery(query)).toString() !== given.toString())
    redirect(PATH + writeAuditQuery(query))

  const [log, sections, locale, words, say] = await Promise.all([
    getTranslations('settings.audit'),
    getTranslations('settings.sections'),
    getLocale(),
    auditWords(),
    auditLineWords(),
  ])
  const [{ rows, before }, actors] = await Promise.all([readAudit(access, query, words), listActors(access)])
  const { zone, auditDays } = workspaceState().settings
  const lines = rows.map(row => ({
    id: row.id,
    time: formatInstant(row.at.toISOString(), zone, locale, today()),
    email: row.actorEmail,
    address: row.address,
    ...say(row, words),
  }))
  const actions = AUDIT_ACTIONS.map(action => ({ value: action, label: words(action, null) }))
  const narrowed = writeAuditQuery({ ...query, before: null })
  const { text, action, person, from, to } = query
  const values = { q: text ?? '', action: action ?? '', person: person ?? '', from: from ?? '', to: to ?? '' }

  return (
    <>
      <SettingsHeading title={sections('audit')} />
      <SettingsCard
        title={log('log')}
        description={log('description', { days: auditDays })}
        action={
          <a href={`/api/audit${narrowed === '' ? '?' : `${narrowed}&`}format=csv`} download className={buttonClass()}>
            {log('download')}
          </a>
        }
      >
        <AuditSearch
          values={values}
          actions={actions.sort((one, other) => one.label.localeCompare(other.label, locale))}
          people={actors}
        />
        <div className="mt-5">
          {lines.length > 0 ? (
            <AuditTable lines={lines} />
          ) : (
            <p className="border-line border-t pt-4 text-ink-2">{narrowed === '' ? log('empty') : log('none')}</p>
          )}
        </div>
        <AuditPager
          newest={query.before === null ? null : PATH + narrowed}
          older={before === null ? null : PATH + writeAuditQuery({ ...query, before })}
        />
      </SettingsCard>
    </>
  )
}
