import { CallboardError } from '@/lib/errors'
import { readPage } from '@/lib/report/address-values'
import { readContactAddress } from '@/lib/report/contact'
import { getTimeline } from '@/lib/server/contact'
import { toReply } from '@/lib/server/reply'
import { route } from '@/lib/server/route'

export const GET = route<{ number: string }>(
  'contacts/[number]',
  'calls.own',
  async ({ access, params, search, call }) => {
    const address = readContactAddress(params.number)
    if (address.kind !== 'number') throw new CallboardError('INVALID_PARAMETER', 'no phone number', { field: 'number' })
    const page = readPage(search.get('page') ?? '1')
    if (page === null) throw new CallboardError('INVALID_PARAMETER', 'no page', { field: 'page' })
    return toReply(await getTimeline(access, address.number, page, call))
  },
)
