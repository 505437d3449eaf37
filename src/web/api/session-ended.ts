/** News of the session that no page asked for: the server said that nobody is signed in, or somebody signed in again on the page. Works from anywhere, as requests do. */
type Tell = () => void
const news = () => {
  const listeners = new Set<Tell>()
  return {
    tell: () => listeners.forEach((hear) => hear()),
    hear: (listener: Tell) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}

/** A request was refused for want of a session. */
export const sessionEnded = news()
/** Somebody signed in again without leaving the page: what was held back may be sent now. */
export const signedInAgain = news()
