/** How a review's title looks, there and on its way. */
export const HEADLINE = 'font-[680] text-[32px] leading-10 tracking-[-0.025em] max-sm:text-[26px] max-sm:leading-8'
