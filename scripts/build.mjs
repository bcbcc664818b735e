import { build, checkNode, deps } from './ready.mjs'

checkNode()
deps()
if (!build()) process.exit(1)
