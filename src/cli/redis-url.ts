/** The user's own Redis server, from the flag or the environment; it may hold a password. */
export function redisUrlOf({ redisUrl }: { readonly redisUrl?: string }): { redisUrl?: string } {
  const url = redisUrl ?? process.env.SOJOURN_REDIS_URL;
  return url === undefined || url === '' ? {} : { redisUrl: url };
}
