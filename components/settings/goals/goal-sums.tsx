'use client'
import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '@/lib/format/numbers'
import { STAGES } from '@/lib/report/query'
import { sumOfPeople, TEAM } from '@/lib/settings/goal-sums'
import type { GoalMetric } from '@/lib/settings/settings'
import { type Cells, readCells } from './cells'
import { GRID } from './grid'

/** What the goals of people add up to, below the team's, and in words where the two differ. */
export function GoalSums({ cells }: { cells: Cells }) {
  const t = useTranslations('settings.goals')
  const locale = useLocale()
  const goals = readCells(cells).filter(goal => Number.isInteger(goal.perWeek))
  const sums = STAGES.map(metric => ({
    metric,
    sum: sumOfPeople(goals, metric),
    team: goals.find(goal => goal.subject === TEAM && goal.metric === metric)?.perWeek,
  }))
  if (sums.every(({ sum }) => sum === 0)) return null

  function words({ metric, sum, team }: { metric: GoalMetric; sum: number; team: number | undefined }): string | null {
    if (team === undefined || sum === 0 || sum === team) return null
    const name = t(`metrics.${metric}`)
    const count = formatCount(Math.abs(sum - team), locale)
    return sum > team ? t('more', { metric: name, count }) : t('fewer', { metric: name, count })
  }

  const differing = sums.map(words).filter(text => text !== null)
  return (
    <div aria-live="polite" className="mt-2 border-line border-t pt-2">
      <div className={GRID}>
        <p className="text-ink-2 max-sm:col-span-2">{t('sum')}</p>
        {sums.map(({ metric, sum }) => (
          <p key={metric} className="num text-right text-ink-2 sm:pr-2.5">
            <span className="float-left text-[13px] text-ink-3 sm:sr-only">{t(`metrics.${metric}`)} </span>
            {sum === 0 ? '–' : formatCount(sum, locale)}
          </p>
        ))}
      </div>
      {differing.map(text => (
        <p key={text} className="mt-1.5 text-[13px] text-ink-2 text-pretty">
          {text}
        </p>
      ))}
    </div>
  )
}
