'use client'
import { type Messages, useMessages, useTranslations } from 'next-intl'

type FieldKey = keyof Messages['fields']

/** The sentence for a field that the server refused, by the key it sent; unknown keys read as "invalid". */
export function useFieldText(): (key: string | undefined) => string | undefined {
  const t = useTranslations('fields')
  const { fields } = useMessages()
  const isKnown = (key: string): key is FieldKey => Object.hasOwn(fields, key)
  return key => (key === undefined ? undefined : t(isKnown(key) ? key : 'invalid'))
}
