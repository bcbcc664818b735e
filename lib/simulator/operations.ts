import { executeAction, listConversations } from './conversations'
import { getUser, listNumbers, listTags, listUsers } from './directory'
import { batchItems, getItem } from './item-reads'
import { addTags, removeTag } from './item-tags'
import { outboundAnswer } from './outbound'
import { overviewAnswer } from './overview'
import type { Call, Operation } from './routes'
import { searchItems } from './search'
import { sendSms } from './sms'

/** Every operation of the API that the simulator has. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'me',
    method: 'GET',
    path: '/v2/api/me',
    description: 'Get information about the API key',
    scope: null,
    answer: me,
  },
  {
    name: 'users',
    method: 'GET',
    path: '/v2/api/users',
    description: 'List team members',
    scope: 'USERS_READ',
    answer: listUsers,
  },
  {
    name: 'user',
    method: 'GET',
    path: '/v2/api/users/{id}',
    description: 'Get a team member',
    scope: 'USERS_READ',
    answer: getUser,
  },
  {
    name: 'numbers',
    method: 'GET',
    path: '/v2/api/numbers',
    description: 'List phone numbers',
    scope: 'PHONE_NUMBERS_READ',
    answer: listNumbers,
  },
  { name: 'tags', method: 'GET', path: '/v2/api/tags', description: 'List tags', scope: 'TAGS_READ', answer: listTags },
  {
    name: 'conversations',
    method: 'GET',
    path: '/v2/api/conversations',
    description: 'List conversations',
    scope: 'CONVERSATIONS_READ',
    answer: listConversations,
  },
  {
    name: 'searchItems',
    method: 'POST',
    path: '/v2/api/conversations/items/search',
    description: 'Search conversation items',
    scope: 'CONVERSATIONS_READ',
    answer: searchItems,
  },
  {
    name: 'itemsBatch',
    method: 'POST',
    path: '/v2/api/conversations/items/batch',
    description: 'Get many conversation items',
    scope: 'CONVERSATIONS_READ',
    answer: batchItems,
  },
  {
    name: 'item',
    method: 'GET',
    path: '/v2/api/conversations/items/{id}',
    description: 'Get a conversation item',
    scope: 'CONVERSATIONS_READ',
    answer: getItem,
  },
  {
    name: 'executeAction',
    method: 'PUT',
    path: '/v2/api/conversations/{contact_number}/action',
    description: 'Execute an action on a conversation',
    scope: 'CONVERSATIONS_WRITE',
    idempotent: true,
    answer: executeAction,
  },
  {
    name: 'addTags',
    method: 'POST',
    path: '/v2/api/conversations/items/{id}/tags',
    description: 'Add tags',
    scope: 'TAGS_WRITE',
    idempotent: true,
    answer: addTags,
  },
  {
    name: 'removeTag',
    method: 'DELETE',
    path: '/v2/api/conversations/items/{id}/tags/{tag}',
    description: 'Remove a tag',
    scope: 'TAGS_WRITE',
    idempotent: true,
    answer: removeTag,
  },
  {
    name: 'overview',
    method: 'POST',
    path: '/v2/api/analytics/overview',
    description: 'Team metrics',
    scope: 'CONVERSATIONS_READ',
    answer: call => ({ data: overviewAnswer(call.workspace, call.body, call.quirks) }),
  },
  {
    name: 'outbound',
    method: 'POST',
    path: '/v2/api/analytics/outbound',
    description: 'Outbound metrics',
    scope: 'CONVERSATIONS_READ',
    answer: call => ({ data: outboundAnswer(call.workspace, call.body, call.quirks) }),
  },
  {
    name: 'sendSms',
    method: 'POST',
    path: '/v1/api/sms',
    description: 'Send an SMS message',
    scope: 'SMS_SEND',
    version: 1,
    idempotent: true,
    answer: sendSms,
  },
]

function me({ key, limits }: Call) {
  return {
    data: {
      api_key_id: key.id,
      scopes: key.scopes,
      endpoints: OPERATIONS.filter(({ scope }) => scope === null || key.scopes.includes(scope)).map(
        ({ method, path, description, scope }) => ({
          method,
          path,
          description,
          ...(scope === null ? {} : { scope }),
        }),
      ),
      team: TEAMS[key.workspace],
      rate_limits: { read_per_second: limits.readPerSecond, write_per_second: limits.writePerSecond },
    },
  }
}

const TEAMS = { main: { id: 'team-n0rth1', name: 'Northline' }, empty: { id: 'team-emp7y2', name: 'Northline (new)' } }
