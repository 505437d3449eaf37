/** Starts the app in the browser. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readSession } from '#contract/operations/sign-in'
import { startLanguage } from '../text/language'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './app'

await startLanguage()

/** A session that ended in between is noticed at the first refused request: the frame then leads to the sign-in page and back. */
const onError = (error: Error) => {
  if ('status' in error && error.status === 401) void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] === readSession.id })
}

/** A refused request stays refused: only what never got an answer is tried again, once. */
const queries: QueryClient = new QueryClient({ queryCache: new QueryCache({ onError }), mutationCache: new MutationCache({ onError }), defaultOptions: { queries: { retry: (times, error) => times < 1 && !('status' in error), staleTime: 10_000, refetchOnWindowFocus: true } } })

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}><App /></QueryClientProvider>
  </StrictMode>,
)

// Faces come after the first paint: their list of pieces is larger than all other styles together.
void import('../ui/fonts')
