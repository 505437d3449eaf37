#!/usr/bin/env node
// The command `xuanshu`: makes ready what is missing, then runs the built command line.
import { stopOldNode } from './node-version.mjs'

stopOldNode()
process.setSourceMapsEnabled(true)
import('./ready.mjs')
  .then(({ makeReady }) => makeReady())
  .then(() => import('../dist/cli/main.mjs'))
  .catch((error) => {
    console.error(error.message)
    process.exitCode = 3
  })
