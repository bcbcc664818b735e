import { render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import messages from '@/lib/i18n/messages/en.json'

/** Renders for a test with the English messages around. */
export function renderInEnglish(element: ReactElement) {
  return render(element, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    ),
  })
}
