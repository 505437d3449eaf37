import type { Command } from './command'

export const print = (text: string): void => { process.stdout.write(`${text}\n`) }
/** One line of JSON for programs, sentences for people. */
export const report = (json: boolean, value: unknown, text: () => string): void => print(json ? JSON.stringify(value) : text())

export const usage = (commands: readonly Command[]): string =>
  ['选树 Xuanshu', '', ...commands.map((c) => `  xuanshu ${c.usage}\n      ${c.about.zh} ${c.about.en}`), '', '  --json 每个命令都有：一行 JSON。 Every command: one line of JSON.'].join('\n')
