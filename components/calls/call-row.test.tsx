// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { useTranslations } from 'next-intl'
import { afterEach, expect, test } from 'vitest'
import { renderInEnglish } from '@/components/charts/in-english'
import type { CallDetails, CallRow as Row } from '@/lib/report/drilldown'
import { CallContact } from './call-contact'
import { CallRow } from './call-row'

afterEach(cleanup)

const ROW: Row = {
  id: 'cll-1',
  stage: 'connected',
  date: '2026-04-21T08:42:00.000Z',
  duration: 12,
  voicemail: false,
  user: { id: 'usr-1', name: 'Tom Okafor' },
  alloNumber: null,
  alloNumberLabel: null,
  contactNumber: '+12125550104',
  withheld: false,
}

function Shown({ contact }: Pick<CallDetails, 'contact'>) {
  return (
    <CallRow
      row={ROW}
      details={{ id: 'cll-1', contact, otherContacts: 0, summary: null, tags: [], hasRecording: false }}
      lookup="done"
      link={{ href: '/outbound?call=cll-1', onClick: () => {} }}
      context={{ zone: 'UTC', today: '2026-04-22', conversionTags: [], directory: null }}
      showPerson
      t={useTranslations('call')}
      locale="en"
    />
  )
}

test.each([
  ['a named contact by the name', { name: 'Megan Robinson', company: 'Cedar Point' }, 'Megan Robinson'],
  ['a contact without a name by the number', { name: '', company: 'Cedar Point' }, '+1 212 555 0104'],
  ['nobody known by the number', null, '+1 212 555 0104'],
])('a row calls %s', (_, contact, heading) => {
  renderInEnglish(<Shown contact={contact} />)
  expect(screen.getByRole('link').querySelector('p bdi')?.textContent).toBe(heading)
})

test('others on the number who have no name are told as such', () => {
  const megan = { id: 'cnt-1', name: 'Megan Robinson', company: null, deals: [] }
  const others = [
    { ...megan, id: 'cnt-2', name: '' },
    { ...megan, id: 'cnt-3', name: 'Raj Sullivan' },
  ]
  // A withheld number has no timeline, and so no link that would need a router.
  renderInEnglish(
    <CallContact
      titleId="title"
      level={2}
      name={megan.name}
      company={null}
      number="anonymous"
      contacts={[megan, ...others]}
    />,
  )
  expect(screen.getByText('Unknown contact, Raj Sullivan').tagName).toBe('BDI')
})
