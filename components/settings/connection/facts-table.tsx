import type { ReactNode } from 'react'

interface FactsTableProps {
  label: string
  heads: string[]
  /** Cells in the order of the heads; the first names the row. Figures stand right. */
  rows: { key: string; cells: ReactNode[] }[]
  figures?: readonly number[]
}

/** A plain table with hairlines; on narrow windows each row is a block whose cells carry their heads. */
export function FactsTable({ label, heads, rows, figures = [] }: FactsTableProps) {
  const align = (index: number) => (figures.includes(index) ? 'text-right' : 'text-left')
  return (
    <table aria-label={label} className="w-full border-collapse">
      <thead className="max-sm:sr-only">
        <tr>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={`pb-2 pl-4 font-normal text-[13px] text-ink-3 first:pl-0 ${align(index)}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key} className="border-line border-t align-top max-sm:block max-sm:py-2">
            <th scope="row" className="py-2 text-left font-medium max-sm:block max-sm:py-0.5">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td
                key={heads[index + 1]}
                className={`num py-2 pl-4 text-ink-2 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:py-0.5 max-sm:pl-0 max-sm:text-left ${align(index + 1)}`}
              >
                <span aria-hidden className="shrink-0 text-ink-3 sm:hidden">
                  {heads[index + 1]}
                </span>
                <span className="min-w-0 [overflow-wrap:anywhere] max-sm:text-right">{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
