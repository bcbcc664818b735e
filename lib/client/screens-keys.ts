/** The list of all screens. */
export const screensKey = ['screens'] as const
