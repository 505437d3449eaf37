/** One command of the command line. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly about: { readonly zh: string; readonly en: string }
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>
}
