import { check } from './check'
import { demo } from './demo'
import { doctor } from './doctor'
import { serve } from './serve'
import { verify } from './verify'

export interface Command {
  readonly name: string
  readonly usage: string
  readonly about: { readonly zh: string; readonly en: string }
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>
}

export const commands: readonly Command[] = [serve, demo, doctor, check, verify]
