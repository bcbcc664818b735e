/** What happened last: forget it after a change of the inbox. */
export const latestKey = ['latest'] as const
