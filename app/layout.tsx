import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_SCRIPT } from '@/lib/client/theme-script'
import './globals.css'

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  // On a line too slow for the preload, text stays in the fallback for this visit: swapping later would move the page.
  display: 'optional',
  adjustFontFallback: 'Arial',
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
}

/** The document. Only the words of the last-resort views are sent to the browser here; each area adds its own. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { errors, shell }, asked] = await Promise.all([getLocale(), getMessages(), headers()])
  return (
    // The script below sets the theme before React looks at the document.
    <html lang={locale} className={inter.variable} data-theme="light" suppressHydrationWarning>
      <head>
        {/* Browsers hide the nonce from scripts, so React would find another one than it wrote. */}
        <script
          nonce={asked.get('x-nonce') ?? undefined}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which has to run before the first paint
          dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
        />
      </head>
      <body>
        <NextIntlClientProvider messages={{ errors, shell }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
