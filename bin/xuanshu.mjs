#!/usr/bin/env node
// The command line: `xuanshu serve|demo|doctor|check|verify`.
import { built, packages } from './prepare.mjs'

try {
  await packages()
  await built()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(3)
}
await import('../dist/cli/main.mjs')
