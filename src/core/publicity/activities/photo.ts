/** A photograph of an activity: who is seen in it, and how they agreed. */
export const seenInActivity = ['nobody', 'adults', 'children'] as const
export type SeenInActivity = (typeof seenInActivity)[number]

export interface ActivityPhoto {
  readonly id: string
  readonly name: string
  /** null: nobody has said it yet. */
  readonly people: SeenInActivity | null
  /** When they agreed and where that is kept; empty: not recorded. */
  readonly consent: string
}
