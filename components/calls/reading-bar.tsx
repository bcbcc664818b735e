import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { DrillList } from '@/lib/client/use-drill-list'

/** How far a heatmap cell is read, day by day, with a way to stop and to go on; nothing once every day is there. */
export function ReadingBar({ progress, cancel, proceed }: NonNullable<DrillList['reading']>) {
  const t = useTranslations('drill.reading')
  const { state, answers, days } = progress
  if (state === 'done') return null
  const done = answers.length
  const running = state === 'running'
  return (
    <div className="num flex items-center gap-3 border-line border-b px-6 py-2 text-[13px] text-ink-2 max-sm:px-4">
      <span role="status">{t(running ? 'progress' : 'stopped', { done, total: days.length })}</span>
      <progress
        aria-label={t('label')}
        value={done}
        max={days.length}
        className="h-1.5 min-w-0 flex-1 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-act-2 [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-act-2"
      />
      {/* After a failure the way to go on stands with the sentence that explains it. */}
      {!progress.error && (
        <Button look="ghost" className="h-7 text-[13px]" onClick={running ? cancel : proceed}>
          {t(running ? 'cancel' : 'continue')}
        </Button>
      )}
    </div>
  )
}
