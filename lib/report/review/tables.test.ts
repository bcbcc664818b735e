import { describe, expect, it } from 'vitest'
import { toCsv } from '@/lib/format/csv'
import { callOf, documentOf } from './review-fixture'
import { REVIEW_TABLES, reviewTable } from './tables'

describe('the tables of a review', () => {
  it.each(REVIEW_TABLES)('%s: as many values as headings in each row, the zone last', table => {
    const { header, rows } = reviewTable(documentOf(), table)
    expect(header.at(-1)).toBe('zone')
    for (const row of rows) expect([row.length, row.at(-1)]).toEqual([header.length, 'Europe/Paris'])
  })

  it('funnel and people: counts beside those of the week before', () => {
    expect(reviewTable(documentOf(), 'funnel').rows[1]).toEqual([
      'connected',
      471,
      471 / 1412,
      471 / 1412,
      402,
      402 / 1290,
      402 / 1290,
      'Europe/Paris',
    ])
    const { header, rows } = reviewTable(documentOf(), 'people')
    expect(header.join()).toBe(
      'person,dials,connected,conversations,conversions,talkTime,activeDays,dialsBefore,connectedBefore,conversationsBefore,conversionsBefore,activeDaysBefore,zone',
    )
    expect(rows[1]).toEqual(['Person 2', 61, 20, 10, 2, 3601, 5, 51, 17, 8, 2, 4, 'Europe/Paris'])
  })

  it('people without a comparison: without the columns of it', () => {
    expect(reviewTable(documentOf({ comparedWith: null }), 'people').header).not.toContain('dialsBefore')
  })

  it('moved: the parts, not rounded; nothing without a comparison', () => {
    const by = { dials: 0.1, connection: 0.2, conversation: -0.3, conversion: 1 }
    const split = { total: 1, by, assumed: [] }
    const moved = { team: split, people: [{ user: { id: 'usr-1', name: 'Inès' }, split }], rest: 0 }
    expect(reviewTable(documentOf({ moved }), 'moved').rows).toEqual([
      ['team', null, 1, 0.1, 0.2, -0.3, 1, 'Europe/Paris'],
      ['person', 'Inès', 1, 0.1, 0.2, -0.3, 1, 'Europe/Paris'],
      ['rest', null, 0, null, null, null, null, 'Europe/Paris'],
    ])
    expect(reviewTable(documentOf(), 'moved').rows).toEqual([])
  })

  it('calls: local time, the number as it is, formulas defused', async () => {
    const call = callOf({ date: '2026-03-29T01:30:00Z', contact: { name: '=HYPERLINK("x")', company: null } })
    const { header, rows } = reviewTable(documentOf({ calls: [call] }), 'calls')
    const text = await toCsv(header, rows, { mark: false })
    expect(text.split('\r\n')[1]).toBe(
      `2026-03-29 03:30:00,conversion,Person 1,"'=HYPERLINK(""x"")",,+33612345678,312,CONNECTED,meeting_booked,Wants a demo.,cll-1,Europe/Paris`,
    )
  })
})
