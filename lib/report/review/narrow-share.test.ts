import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReviewCall, type ReviewDocument, SECTIONS, type Section } from './document'
import { documentOf } from './narrow-fixture'
import { maskReview as mask, type ShareMask } from './narrow-share'

const TEAM = [
  { id: 'usr-ines', name: 'Ines Caron' },
  { id: 'usr-tom', name: 'Tom Okafor' },
]

const call: ReviewCall = {
  id: 'call_allo_1',
  reason: 'conversion',
  date: '2026-04-13T08:00:00.000Z',
  duration: 485,
  result: 'ANSWERED',
  user: { id: 'usr-ines', name: 'Ines Caron' },
  contactNumber: '+33612345678',
  contact: { name: 'Elena Bruni', company: 'Solari Freight' },
  summary: 'Elena wants 12 seats. Call her back on 06 12 34 56 78.',
  tags: ['meeting_booked'],
  hasRecording: true,
}

const document = documentOf(TEAM, [call], ['Call Elena back at solari freight, +33 (0)6.12.34.56.78; not on 18 April'])
const all = { sections: SECTIONS, showsNumbers: true, showsNames: true }

/** Of a review whose calls nobody touched. */
function maskReview(review: ReviewDocument, shown: ShareMask): ReviewDocument {
  return mask(review, shown, [])
}

/** What of a review each section shows. */
const PARTS: Record<Section, (review: ReviewDocument) => unknown> = {
  summary: ({ summary }) => summary.filter(({ kind }) => kind !== 'out'),
  funnel: ({ outbound }) => outbound.funnel.stages,
  moved: ({ moved }) => moved?.team,
  series: ({ outbound }) => outbound.series.buckets,
  people: ({ people, outbound, overview }) => [people, outbound.leaderboard, overview?.people],
  pickup: ({ outbound }) => [outbound.heatmap.rows, outbound.heatmap.overall],
  talk: ({ outbound, overview }) => [outbound.timeSpent, overview?.team],
  calls: ({ calls }) => calls.map(({ summary }) => summary),
  commitments: ({ outcomes }) => outcomes,
}

describe('a review as a link shows it', () => {
  it('has everything of its sections, but no call that could be opened or heard', () => {
    const ofSome = { ...document, of: { people: ['usr-1'], lines: [] } }
    expect(maskReview(ofSome, all)).toEqual({
      ...document,
      calls: [{ ...call, id: 'call-1', hasRecording: false }],
    })
  })

  it.each(SECTIONS)('has nothing of %s unless it was chosen', section => {
    const without = maskReview(document, { ...all, sections: SECTIONS.filter(each => each !== section) })
    const alone = maskReview(document, { ...all, sections: [section] })
    for (const [each, part] of Object.entries(PARTS)) {
      const [shown, hidden] = each === section ? [alone, without] : [without, alone]
      expect(part(shown)).toEqual(part(document))
      expect(part(hidden)).not.toEqual(part(document))
    }
  })

  it('names colleagues in what moved it and in the summary only where people were chosen', () => {
    const about: Section[] = ['summary', 'funnel', 'moved', 'series', 'pickup', 'talk']
    const without = JSON.stringify(maskReview(document, { ...all, sections: about }))
    for (const { name, id } of TEAM) {
      expect(JSON.stringify(document.moved)).toContain(id)
      expect(without).not.toContain(name)
      expect(without).not.toContain(id)
    }
    expect(maskReview(document, { ...all, sections: ['moved', 'people'] }).moved).toEqual(document.moved)
  })

  it('has no number of the team and nobody in it without a section', () => {
    const nothing = JSON.stringify(maskReview(document, { ...all, sections: [] }))
    for (const secret of ['1604', '536', '191', '38,', '7654321', '9000', 'usr-', 'Ines', 'Tom', 'Elena', 'com_']) {
      expect(nothing).not.toContain(secret)
    }
  })

  it('has no numbers and names unless allowed', () => {
    const masked = maskReview(document, { ...all, showsNumbers: false, showsNames: false })
    expect(masked.calls).toEqual([
      { ...call, id: 'call-1', hasRecording: false, contactNumber: null, contact: null, summary: null },
    ])
    expect(masked.outcomes[0]?.commitment.text).toBe('Call ••• back at •••, •••; not on 18 April')
  })

  it('with names only: no phone number in any text', () => {
    const numbered = { ...call, contact: { name: '+33 6 12 34 56 78', company: 'Solari 0612345678' } }
    const [masked] = maskReview(documentOf(TEAM, [numbered]), { ...all, showsNumbers: false }).calls
    expect(masked).toMatchObject({
      contactNumber: null,
      contact: { name: '•••', company: 'Solari •••' },
      summary: 'Elena wants 12 seats. Call her back on •••.',
    })
  })

  it('with numbers only: no name, and no summary, which may hold any', () => {
    const masked = maskReview(document, { ...all, showsNames: false })
    expect(masked.calls[0]).toMatchObject({ contactNumber: '+33612345678', contact: null, summary: null })
    expect(masked.outcomes[0]?.commitment.text).toBe('Call ••• back at •••, +33 (0)6.12.34.56.78; not on 18 April')
  })

  it.each([
    ['0612345678', '•••'],
    ['+33 6 12 34 56 78!', '•••!'],
    ['+1 (415) 555-0132', '•••'],
    ['(415) 555–0132', '•••'],
    ['06\u00a012\u202f34 56.78', '•••'],
    ['＋٣٣٦١٢٣٤٥٦٧٨', '•••'],
    ['a 0612345678, b 0712345678', 'a •••, b •••'],
    ['12 seats for 3,400 a year', '12 seats for 3,400 a year'],
    ['at 10:30, 38 of 191', 'at 10:30, 38 of 191'],
    ['123456', '123456'],
  ])('%j reads %j', (text, shown) => {
    const review = documentOf([], [], [text])
    const [outcome] = maskReview(review, { ...all, showsNumbers: false }).outcomes
    expect(outcome?.commitment.text).toBe(shown)
  })

  it('takes names literally, as whole words, in any case', () => {
    const odd = { ...call, contact: { name: 'Al (VIP) $1', company: 'C++ [GmbH]-x' } }
    const review = documentOf([], [odd], ['AL (vip) $1 of c++ [GMBH]-X; Algeria, also all'])
    const [outcome] = maskReview(review, { ...all, showsNames: false }).outcomes
    expect(outcome?.commitment.text).toBe('••• of •••; Algeria, also all')
  })
})

describe('what managers did to the calls', () => {
  const choice = { facts: null, moments: [], position: 0, version: 1 }
  const pinned: ReviewCall = { ...call, id: 'call_allo_2', contact: { name: 'Hugo Weiss', company: null } }
  const choices = [
    { ...choice, callId: call.id, state: 'dropped' as const },
    { ...choice, callId: pinned.id, state: 'pinned' as const, facts: pinned },
  ]

  it('is applied, and which calls they were is not told', () => {
    const { calls } = mask(document, all, choices)
    expect(calls).toEqual([{ ...pinned, id: 'call-1', reason: 'pinned', hasRecording: false }])
  })

  it('leaves no name of a dropped or pinned call in a promise', () => {
    const review = documentOf(TEAM, [call], ['Elena first, then Hugo'])
    const [outcome] = mask(review, { ...all, showsNames: false, sections: ['commitments'] }, choices).outcomes
    expect(outcome?.commitment.text).toBe('••• first, then •••')
  })
})

describe('nothing withheld is in what leaves', () => {
  const word = fc.stringMatching(/^[a-z]{10}$/)
  const contact = fc.record({ name: word, company: word, number: fc.stringMatching(/^\+[1-9][0-9]{9,14}$/) })

  it('whatever calls and promises hold', () => {
    fc.assert(
      fc.property(
        fc.array(contact, { minLength: 1, maxLength: 6 }),
        fc.subarray([...SECTIONS]),
        fc.boolean(),
        fc.boolean(),
        (contacts, sections, showsNumbers, showsNames) => {
          const calls = contacts.map(({ name, company, number }, place) => ({
            ...call,
            id: `allo_${place}_id`,
            contactNumber: number,
            contact: { name, company },
            summary: `${name} of ${company} on ${number}`,
          }))
          const text = contacts.map(({ name, company, number }) => `${name} (${company}): ${number}`).join('; ')
          const seen = JSON.stringify(
            maskReview(documentOf(TEAM, calls, [text]), { sections, showsNumbers, showsNames }),
          )
          const told = sections.includes('calls') || sections.includes('commitments')
          contacts.forEach(({ name, company, number }, place) => {
            expect(seen.includes(name)).toBe(told && showsNames)
            expect(seen.includes(company)).toBe(told && showsNames)
            expect(seen.includes(number)).toBe(told && showsNumbers)
            expect(seen).not.toContain(`allo_${place}_id`)
          })
        },
      ),
    )
  })
})
