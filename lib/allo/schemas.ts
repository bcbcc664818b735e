/*
 * The vocabulary of the client for those who only need its types: what Allo's answers mean once read (camelCase, normalised)
 * and what may be asked (Allo's own names). The schemas behind them are in the files named here.
 */
export type { AlloDay, DrilldownItem, OutboundAnswer, OverviewAnswer } from './analytics-schemas'
export type {
  Contact,
  ConversationItem,
  ConversationSummary,
  SentMessage,
  TranscriptEntry,
} from './conversation-schemas'
export type {
  AlloStage,
  ConversationAction,
  ConversationsQuery,
  ItemSearchRequest,
  OutboundRequest,
  OverviewRequest,
  SmsRequest,
  UsersQuery,
} from './requests'
export type { AlloDateRange, MetricValue, Paged, Pagination, UserRef } from './wire'
export type { Me, PhoneLine, Tag, User } from './workspace-schemas'
