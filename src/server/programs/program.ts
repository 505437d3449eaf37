/** Programs of the machine that the product uses where they are installed, and does without where they are not. */

export interface Program {
  /** Absolute. */
  readonly file: string
  /** What stands before it so that it has no network; empty where this machine cannot take it away. */
  readonly alone: readonly string[]
}
export interface Ffmpeg extends Program {
  /** It can bring a wide range of brightness down to the ordinary one. */
  readonly mapsTones: boolean
}

/** What one run gets of this machine. */
export interface ProgramLimits {
  readonly milliseconds: number
  /** Resident memory of the program and what it started, watched where /proc is. */
  readonly residentBytes: number
  /** All it may write into its folder. */
  readonly folderBytes: number
}

export interface Programs {
  readonly ffmpeg: Ffmpeg | null
  readonly soffice: Program | null
  readonly films: Pick<ProgramLimits, 'milliseconds' | 'residentBytes'> & { /** At a time, in this process. */ readonly atOnce: number; readonly threads: number }
}

export const noPrograms: Programs = { ffmpeg: null, soffice: null, films: { milliseconds: 3_600_000, residentBytes: 1_500_000_000, atOnce: 1, threads: 1 } }

/** `of` is the group of everything it started. */
export interface ProgramOrder {
  readonly program: Program
  readonly args: readonly string[]
  /** Its own, and made for this run: working directory, home, place for temporary files. */
  readonly folder: string
  readonly limits: ProgramLimits
  /** 0–19: how far it stands back behind everything else. */
  readonly nice: number
}

export type ProgramEnd =
  | { readonly how: 'ended'; readonly code: number | null; /** The end of what it complained about. */ readonly said: string }
  | { readonly how: 'over'; readonly limit: 'time' | 'memory' | 'room' }
  /** It could not be started, or went down with the process that guarded it. */
  | { readonly how: 'lost' }

/** What the guarding child tells meanwhile. */
export type ProgramNews = { readonly kind: 'began'; readonly group: number } | { readonly kind: 'heard'; readonly text: string }
