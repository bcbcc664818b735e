import { readEnvironment } from './environment.mjs'
import { giveUp, inPackage, startNode, tie } from './processes.mjs'
import { buildTvClient } from './ready.mjs'

// As `npm start`, on the same data and settings, but for whoever changes the code.
readEnvironment()
if (!buildTvClient()) giveUp('What screens load could not be built; the reason is above.')
tie([startNode([inPackage('next/dist/bin/next'), 'dev', ...process.argv.slice(2)], { env: process.env })])
