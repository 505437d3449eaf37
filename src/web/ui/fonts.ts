/**
 * Self-hosted faces, cut into small files by unicode-range: a page loads only the pieces whose characters it shows.
 * Loaded after the first paint (see entry/main.tsx); until then the system's own face stands in.
 */
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
import '@fontsource/noto-serif-sc/700.css'
import '@fontsource/noto-sans-sc/500.css'
import '@fontsource/noto-serif-sc/400.css'
