'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { APPLY, CHIP } from '@/components/report/filter-chip'
import { PanelButton } from '@/components/shell/panel-button'
import { buttonClass } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { formatPhone, parsePhone } from '@/lib/format/phone'

interface ContactChipProps {
  /** E.164; null for everybody. */
  value: string | null
  onChoose: (number: string | null) => void
}

/** Whose calls: the number of a contact, typed as people write numbers. */
export function ContactChip({ value, onChoose }: ContactChipProps) {
  const t = useTranslations('calls.filters.contact')
  return (
    <PanelButton
      label={t('label')}
      panelClassName="sm:w-[300px]"
      className={CHIP}
      button={
        <span className="num truncate">
          {value === null ? (
            t('label')
          ) : (
            <>
              <span className="text-ink-3">{t('label')} </span>
              {formatPhone(value)}
            </>
          )}
        </span>
      }
    >
      {close => (
        <ContactForm
          value={value}
          onChoose={number => {
            onChoose(number)
            close()
          }}
        />
      )}
    </PanelButton>
  )
}

function ContactForm({ value, onChoose }: ContactChipProps) {
  const t = useTranslations('calls.filters.contact')
  const apply = useTranslations('filters')('apply')
  const [text, setText] = useState(value === null ? '' : formatPhone(value))
  const [refused, setRefused] = useState(false)
  return (
    <form
      noValidate
      className="flex flex-col gap-3 p-4"
      onSubmit={event => {
        event.preventDefault()
        const number = parsePhone(text)
        if (number !== null || text.trim() === '') onChoose(number)
        else setRefused(true)
      }}
    >
      <TextField
        label={t('number')}
        hint={t('hint')}
        error={refused && parsePhone(text) === null ? t('invalid') : undefined}
        data-autofocus
        inputMode="tel"
        autoComplete="off"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div className="flex justify-between gap-3">
        <button
          type="button"
          disabled={value === null}
          className={buttonClass('ghost', 'max-sm:h-10')}
          onClick={() => onChoose(null)}
        >
          {t('everybody')}
        </button>
        <button type="submit" className={APPLY}>
          {apply}
        </button>
      </div>
    </form>
  )
}
