import { useTranslations } from 'next-intl'

/** One line of the log, in words. */
export interface AuditLine {
  id: number
  /** Wall clock of the workspace. */
  time: string
  who: string
  /** Tells apart people of one name; null for what is no person. */
  email: string | null
  what: string
  /** What more there is to say; '' for nothing. */
  details: string
  address: string | null
}

const COLUMNS = ['when', 'person', 'sentence', 'address'] as const

/** Lines of the log. In a narrow card a line is a small paragraph of its own. */
export function AuditTable({ lines }: { lines: AuditLine[] }) {
  const t = useTranslations('settings.audit')
  return (
    <div className="@container">
      <table className="w-full text-left @max-2xl:block">
        <caption className="sr-only">{t('log')}</caption>
        <thead className="text-[13px] text-ink-3 @max-2xl:hidden">
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col" className="pb-2 pl-4 font-normal first:pl-0">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-2xl:block">
          {lines.map(({ id, time, who, email, what, details, address }) => (
            <tr
              key={id}
              className="border-line border-t align-top @max-2xl:flex @max-2xl:flex-wrap @max-2xl:gap-x-2 @max-2xl:py-2.5"
            >
              <td className="num py-2 text-[13px] text-ink-3 whitespace-nowrap @max-2xl:py-0">{time}</td>
              <td className="py-2 pl-4 text-ink-2 @2xl:w-[190px] @max-2xl:p-0 @max-2xl:text-[13px]">
                <span className="[overflow-wrap:anywhere]">{who}</span>
                {email !== null && (
                  <span className="text-[13px] text-ink-3 [overflow-wrap:anywhere] @max-2xl:pl-1.5 @2xl:block">
                    {email}
                  </span>
                )}
              </td>
              <td className="py-2 pl-4 @2xl:w-[420px] @max-2xl:order-last @max-2xl:w-full @max-2xl:p-0">
                <span className="[overflow-wrap:anywhere]">{what}</span>
                {details !== '' && (
                  <span className="block text-[13px] text-ink-3 [overflow-wrap:anywhere]">{details}</span>
                )}
              </td>
              <td className="num py-2 pl-4 text-[13px] text-ink-3 whitespace-nowrap @max-2xl:p-0">{address ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
