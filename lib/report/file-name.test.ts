import { describe, expect, test } from 'vitest'
import { fileName } from './file-name'
import { reportOf } from './outbound-fixture'

const report = reportOf({}, null)

describe('the name of a file', () => {
  test('tells panel, period, zone and scope', () => {
    expect(fileName(report, 'series')).toBe('callboard_series_2026-04-13..2026-04-19_Europe-Paris')
    expect(fileName(report, 'funnel', 'Inès Caron, +33 6')).toBe(
      'callboard_funnel_2026-04-13..2026-04-19_Europe-Paris_Inès-Caron-33-6',
    )
  })
})
