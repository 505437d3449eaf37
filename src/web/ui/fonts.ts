/**
 * The titles' face, self-hosted and cut into small files by unicode-range: a page loads only the pieces whose characters it shows.
 * Loaded after the first paint (see entry/main.tsx); until then the system's own face stands in. Running text has no face of ours (decision 017).
 */
import '@fontsource/noto-serif-sc/700.css'
import '@fontsource/noto-serif-sc/400.css'
