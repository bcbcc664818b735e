import { readEnvironment } from './environment.mjs'
import { inPackage, startNode, tie } from './processes.mjs'

// As `npm start`, on the same data and settings, but for whoever changes the code.
readEnvironment()
tie([startNode([inPackage('next/dist/bin/next'), 'dev', ...process.argv.slice(2)], { env: process.env })])
