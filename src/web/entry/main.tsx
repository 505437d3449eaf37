/** Starts the app in the browser. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../text/language'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './app'

startLanguage()

/** A refused request stays refused: only what never got an answer is tried again, once. */
const queries = new QueryClient({ defaultOptions: { queries: { retry: (times, error) => times < 1 && !('status' in error), staleTime: 10_000, refetchOnWindowFocus: true } } })

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}><App /></QueryClientProvider>
  </StrictMode>,
)

// Faces come after the first paint: their list of pieces is larger than all other styles together.
void import('../ui/fonts')
