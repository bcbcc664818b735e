import { formatTime } from '@/lib/format/dates'
import type { Conversion } from '@/lib/tv/render'
import type { Words } from './context'

/** With whom, as far as this screen may tell. */
function withWhom({ contact, company }: Conversion, words: Words): string {
  if (contact && company) return words('conversion.both', { contact, company })
  if (company) return words('conversion.company', { company })
  return contact ? words('conversion.contact', { contact }) : words('conversion.plain')
}

/** One calm moment over the whole width: who, and with whom. */
export function Celebration({ conversion, words }: { conversion: Conversion; words: Words }) {
  const person = conversion.person ?? words('conversion.team')
  return (
    <div className={`moment${person.length > 22 ? ' long' : ''}`}>
      <i />
      <b dir="auto">{person}</b>
      <p dir="auto">{withWhom(conversion, words)}</p>
    </div>
  )
}

/** The same in the footer, until the next one. */
export function Ticker({ conversion, zone, words }: { conversion: Conversion; zone: string; words: Words }) {
  const { company, contact, at } = conversion
  const values = {
    person: conversion.person ?? words('conversion.team'),
    time: formatTime(at, zone),
    em: (chunks: React.ReactNode) => <em>{chunks}</em>,
  }
  const whom = company ?? contact
  return (
    <>
      {whom
        ? words.rich('conversion.tickerWith', { ...values, company: whom })
        : words.rich('conversion.tickerPlain', values)}
    </>
  )
}
