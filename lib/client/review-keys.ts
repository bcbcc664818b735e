/** Where react-query keeps what people wrote in a review; the server fills it for the first HTML. */
export function writingsKey(key: string) {
  return ['reviews', key, 'writings'] as const
}

/** Where it keeps what moved since a review was frozen. */
export function sinceKey(key: string, revision: number) {
  return ['reviews', key, 'since', revision] as const
}
