import { check } from './check'
import type { Command } from './command'
import { demo } from './demo'
import { doctor } from './doctor'
import { read } from './read'
import { exportSiteCommand } from './export-site'
import { reopen } from './reopen'
import { serve } from './serve'
import { verify } from './verify'

export const commands: readonly Command[] = [serve, demo, doctor, check, read, verify, exportSiteCommand, reopen]
