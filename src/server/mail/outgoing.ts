export interface OutgoingLetter { readonly id: string; readonly recipient: string; readonly subject: string; readonly body: string }

/** `again`: it surely did not leave. `never`: refused for good. `unknown`: cut off when it may have left; only a person sends it once more. */
export type Sending = { readonly ok: true } | { readonly ok: false; readonly next: 'again' | 'never' | 'unknown'; readonly error: string }

/** The way out of an installation. */
export interface Mail {
  readonly via: 'file' | 'smtp'
  /** Pauses after the first, second … failed try; a letter that fails once more is given up. */
  readonly pausesSeconds: readonly number[]
  send(letter: OutgoingLetter): Promise<Sending>
}
