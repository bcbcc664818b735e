import { useTranslations } from 'next-intl'
import type { TeamHeads } from '@/lib/report/team-tables'

/** The headings of the team's tables in the reader's language. */
export function useTeamHeads(): TeamHeads {
  const t = useTranslations('team')
  const before = (name: string) => t('before', { name })
  return {
    person: t('person'),
    figure: t('figure'),
    now: t('now'),
    earlier: t('earlier'),
    totalCalls: t('totalCalls'),
    talkTime: t('talkTime'),
    longCalls: t('longCalls'),
    answerRate: t('answerRate'),
    before,
    team: t('everybody'),
    nobody: t('nobody'),
    rest: t('rest'),
    colleagues: t('colleagues'),
  }
}
