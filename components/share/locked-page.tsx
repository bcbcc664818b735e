import { useTranslations } from 'next-intl'
import { Gate, GateCard } from '@/components/sign-in/gate'
import { buttonClass } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { PASSPHRASE_LENGTH } from '@/lib/settings/share-link'

/** Asks for the passphrase of a link. A plain form: it works without a script. `problem` is why it is asked once more. */
export function LockedPage({ action, problem }: { action: string; problem: string | null }) {
  const t = useTranslations('shared')
  const wrong = problem === null ? undefined : t('problem', { problem })
  return (
    <>
      {/* The page's policy keeps its address to itself; a form would then say that it comes from nowhere, and be refused. */}
      <meta name="referrer" content="same-origin" />
      <Gate heading={t('locked.title')} tagline={t('locked.text')}>
        <GateCard>
          <form method="post" action={action} className="flex flex-col gap-5">
            <TextField
              name="passphrase"
              type="password"
              label={t('passphrase')}
              error={wrong}
              required
              maxLength={PASSPHRASE_LENGTH.most}
              autoComplete="off"
            />
            <button type="submit" className={buttonClass('solid', 'h-10 justify-center')}>
              {t('open')}
            </button>
          </form>
        </GateCard>
      </Gate>
    </>
  )
}
