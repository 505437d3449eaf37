import type { Command } from './command'
import { commands } from './commands'
import { print, usage } from './print'

/** `xuanshu COMMAND`: exit 0 done, 1 the answer is no, 2 unusable arguments or files, 3 something could not be reached. */
const run = async (): Promise<number> => {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(usage(commands))
    return name === undefined ? 2 : 0
  }
  const command: Command | undefined = commands.find((c) => c.name === name)
  if (command === undefined) {
    process.stderr.write(`没有“${name}”这个命令。 There is no command “${name}”.\n\n${usage(commands)}\n`)
    return 2
  }
  return command.run(args)
}

run().then(
  (code) => { process.exitCode = code },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env['XUANSHU_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}
`)
    // Nothing is left to wait for; a database that was started is adopted by the next start.
    process.exit(3)
  },
)
