// What `npm run demo`, `npm start` and `npm test` call: plain JavaScript that runs before anything is installed.
import { stopOldNode } from './node-version.mjs'

stopOldNode()
const task = process.argv[2]
import(task === 'test' ? './test.mjs' : './run.mjs')
  .then((module) => module.main(task, process.argv.slice(3)))
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error.message)
      process.exit(3)
    },
  )
