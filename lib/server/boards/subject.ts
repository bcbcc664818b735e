import 'server-only'
import { HIDDEN, hidePhoneNumbers } from '@/lib/report/hide-phone-numbers'
import { askNumbers, askUsers } from '@/lib/server/questions'
import type { Drawn } from './drawn'
import { measuresOf } from './measures'
import type { Standing } from './standing'

/** Names of people by the directory, else by the calls that they made; an id stands for who is in neither. */
async function namesOfPeople({ scope, answer, call }: Standing): Promise<string[]> {
  const asked = await Promise.allSettled([askUsers('ACTIVE', call), askUsers('BLOCKED', call)])
  const listed = asked.flatMap(users => (users.status === 'fulfilled' ? users.value.value : []))
  const known = [...listed, ...answer.leaderboard.flatMap(({ user }) => user ?? [])]
  return scope.people.map(id => known.find(user => user.id === id)?.name ?? id)
}

/** Names of lines, without a phone number in any; the last digits of its own stand for a line without one. */
async function namesOfLines({ scope, call }: Standing): Promise<string[]> {
  const [asked] = await Promise.allSettled([askNumbers(call)])
  const known = asked.status === 'fulfilled' ? asked.value.value : []
  return scope.lines.map(number => {
    const name = known.find(line => line.number === number)?.name
    return name ? hidePhoneNumbers(name) : `${HIDDEN} ${number.slice(-2)}`
  })
}

/** One person's or one line's funnel, by name. */
export async function subjectBoard(standing: Standing): Promise<Drawn> {
  const { people, lines } = standing.scope
  const names = people.length > 0 ? namesOfPeople(standing) : lines.length > 0 ? namesOfLines(standing) : []
  const [named, { measures, comparedWith }] = await Promise.all([names, measuresOf(standing)])
  return { board: { kind: 'subject', names: named, measures }, comparedWith }
}
