/** Build of the web room. Fonts stay files (never inlined) and only woff2: every browser we serve reads it. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const onlyWoff2 = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    return id.includes('@fontsource') && id.endsWith('.css') ? code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '') : undefined
  },
}

/** Short names for the many pieces of the faces keep their style sheet small. */
const assetFileNames = ({ names }) => (names[0]?.endsWith('.woff2') ? 'f/[hash:8][extname]' : 'assets/[name]-[hash][extname]')

/** Left to itself the build makes a file of every small component that two pages share: a hundred requests for a clerk's first page. What reads media stays apart and comes when it is needed. */
const codeSplitting = { groups: [
  { name: 'frame', test: /node_modules.(react|react-dom|react-router|@tanstack|scheduler)./ },
  // The Chinese words are on every page and a third of what all pages share.
  { name: 'words', test: /src.web.text.zh./ },
  { name: 'ui', test: /src.web.(ui(?!.files)|api)./, minShareCount: 3 },
] }

export default defineConfig({
  plugins: [onlyWoff2, react()],
  css: { transformer: 'postcss' },
  build: { target: 'es2022', assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined), emptyOutDir: true, chunkSizeWarningLimit: 800, rolldownOptions: { output: { assetFileNames, codeSplitting } } },
})
