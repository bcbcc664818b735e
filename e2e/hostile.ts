import { daysAgo } from './checks'

const RTL = '\u202egnitset\u202c'
/** An address that nobody meant. */
interface Hostile {
  what: string
  search: string
  /** Names of what is ignored, as the page's note and the API's `field` have them; null: nothing is. */
  ignored: string[] | null
}

/** Of the report. */
export const HOSTILE: Hostile[] = [
  { what: 'an unknown period', search: 'period=fortnight', ignored: ['period'] },
  { what: 'a period that is a property of every object', search: 'period=constructor', ignored: ['period'] },
  { what: 'reversed dates', search: 'period=2026-04-21..2026-03-25', ignored: ['period'] },
  { what: 'a day that does not exist', search: 'period=2026-02-30', ignored: ['period'] },
  { what: 'a year 1', search: 'period=0001-01-01..0001-01-02', ignored: ['period'] },
  { what: 'a year 9999', search: 'period=9999-12-30..9999-12-31', ignored: ['period'] },
  { what: 'negative dates', search: 'period=-271821-04-20', ignored: ['period'] },
  { what: 'three dates', search: 'period=2026-01-01..2026-01-02..2026-01-03', ignored: ['period'] },
  { what: 'dates in the future', search: `period=${daysAgo(-20)}..${daysAgo(-30)}`, ignored: null },
  { what: 'a period that reaches into the future', search: `period=${daysAgo(3)}..${daysAgo(-3)}`, ignored: null },
  { what: 'dates before there were calls', search: 'period=2015-01-01..2015-01-31', ignored: null },
  { what: '400 days', search: `period=${daysAgo(400)}..${daysAgo(1)}`, ignored: null },
  {
    what: '400 days compared with the year before',
    search: `period=${daysAgo(400)}..${daysAgo(1)}&compare=year`,
    ignored: null,
  },
  { what: '401 days', search: `period=${daysAgo(401)}..${daysAgo(1)}`, ignored: ['period'] },
  { what: 'an unknown comparison', search: 'compare=best', ignored: ['compare'] },
  { what: 'a comparison longer than the period', search: `compare=${daysAgo(300)}..${daysAgo(1)}`, ignored: null },
  { what: 'a person who does not exist', search: 'people=usr-nobody', ignored: null },
  { what: 'people that are no ids', search: 'people=%3Cscript%3Ealert(1)%3C%2Fscript%3E', ignored: ['people'] },
  { what: 'no people', search: 'people=', ignored: ['people'] },
  { what: '101 people', search: `people=${Array.from({ length: 101 }, (_, i) => `usr-${i}`)}`, ignored: ['people'] },
  { what: 'a line that does not exist', search: 'lines=%2B33100000000', ignored: null },
  { what: 'lines that are no numbers', search: 'lines=abc', ignored: ['lines'] },
  { what: 'people and lines at once', search: 'people=usr-nobody&lines=%2B33100000000', ignored: ['lines'] },
  { what: 'an unknown granularity', search: 'by=second', ignored: ['by'] },
  { what: 'an unknown metric', search: 'heat=humidity', ignored: ['heat'] },
  { what: 'tags nobody has used', search: 'tags=%F0%9F%A6%84,no-such-tag', ignored: null },
  { what: 'a tag with control characters', search: 'tags=a%00b%0d%0aSet-Cookie:x', ignored: ['tags'] },
  { what: 'a tag that turns the text around', search: `tags=${encodeURIComponent(RTL)}`, ignored: null },
  { what: 'too many tags', search: `tags=${Array.from({ length: 21 }, (_, i) => `t${i}`)}`, ignored: ['tags'] },
  {
    what: '__proto__',
    search: '__proto__=1&constructor=2&toString=3&hasOwnProperty=4',
    ignored: ['constructor', 'toString', 'hasOwnProperty'],
  },
  {
    what: '__proto__ as values',
    search: 'period=__proto__&by=__proto__&heat=constructor',
    ignored: ['period', 'by', 'heat'],
  },
  { what: 'a name that turns the text around', search: `${encodeURIComponent(RTL)}=1`, ignored: [RTL] },
  { what: 'emoji as a name', search: `${encodeURIComponent('🦄👩‍👩‍👧‍👦')}=1`, ignored: ['🦄👩‍👩‍👧‍👦'] },
  { what: 'a name without an end', search: `${'W'.repeat(2000)}=1`, ignored: ['W'.repeat(40)] },
  { what: 'a parameter given twice', search: 'period=today&period=yesterday', ignored: ['period'] },
  { what: 'a parameter as a list', search: 'period[]=today&people[0]=a', ignored: ['period[]', 'people[0]'] },
  { what: 'per cent signs that mean nothing', search: 'period=%E0%A4%A&people=%', ignored: ['period', 'people'] },
  { what: 'half a character', search: 'tags=%C3&by=%FF', ignored: ['by'] },
  {
    what: 'details of a drilldown that is not open',
    search: 'page=3&call=cll-1&cell=monday-9',
    ignored: ['page', 'call', 'cell'],
  },
]

/** Of the drawer. */
export const DRILLS: Hostile[] = [
  { what: 'an unknown stage', search: 'stage=sold', ignored: ['stage'] },
  { what: 'page 0', search: 'stage=dials&page=0', ignored: ['page'] },
  { what: 'a negative page', search: 'stage=dials&page=-1', ignored: ['page'] },
  { what: 'a page that is a half', search: 'stage=dials&page=1.5', ignored: ['page'] },
  { what: 'a page beyond counting', search: 'stage=dials&page=99999999999999999999', ignored: ['page'] },
  { what: 'a page past the end', search: 'stage=dials&page=9999', ignored: null },
  { what: 'a person who does not exist', search: 'stage=connected&person=usr-nobody', ignored: null },
  { what: 'a bucket outside the period', search: 'stage=dials&on=2019-01-01', ignored: null },
  { what: 'a weekday that does not exist', search: 'stage=dials&cell=someday-9', ignored: ['cell'] },
  { what: 'an hour that does not exist', search: 'stage=dials&cell=monday-24', ignored: ['cell'] },
  {
    what: 'a call id that climbs out of its folder',
    search: 'stage=dials&call=..%2F..%2Fetc%2Fpasswd',
    ignored: ['call'],
  },
]
