/** Starts the app in the browser. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readSession } from '#contract/operations/sign-in'
import { sessionEnded } from '../api/session-ended'
import { startLanguage } from '../text/language'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './app'

await startLanguage()

/** A refused request stays refused: only what never got an answer is tried again, once. */
const queries: QueryClient = new QueryClient({ defaultOptions: { queries: { retry: (times, error) => times < 1 && !('status' in error), staleTime: 10_000, refetchOnWindowFocus: true } } })

// A session that ended in between is noticed at the first refused request, whoever made it: the frame then asks to sign in again, on the page.
sessionEnded.hear(() => void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] === readSession.id }))

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}><App /></QueryClientProvider>
  </StrictMode>,
)

// Faces come after the first paint: their list of pieces is larger than all other styles together.
void import('../ui/fonts')
