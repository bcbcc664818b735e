import { openRecording } from '@/lib/server/calls'
import { route } from '@/lib/server/route'

export const GET = route<{ id: string }>('calls/[id]/recording', 'calls.own', ({ access, params, headers, call }) =>
  openRecording(access, params.id, headers.get('range'), call),
)
