import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth'
import { originOf } from '@/lib/server/origin'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** What of next-auth is in use. Its session and provider lists, and its own pages, are not: nobody asks for them. */
const GET_ACTIONS = ['csrf', 'callback', 'signin', 'error']
const POST_ACTIONS = ['callback', 'signin', 'signout']

/** Hands the request to next-auth; its configuration knows where the request came from, so it is made for each. */
async function handle(actions: string[], request: NextRequest, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth
  if (!actions.includes(action)) return new Response(null, { status: 404 })
  return NextAuth(request, context, authOptions(originOf(request.headers)))
}

export const GET = (request: NextRequest, context: Context) => handle(GET_ACTIONS, request, context)
export const POST = (request: NextRequest, context: Context) => handle(POST_ACTIONS, request, context)
