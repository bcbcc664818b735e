import 'server-only'
import { join } from 'node:path'

/** Where the SQL of the migrations lies: beside the server's working directory, in development as in the standalone build. */
export const MIGRATIONS = join(process.cwd(), 'lib/server/db/migrations')
