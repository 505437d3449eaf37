/** Arriving from the checklist: goes to the row the address names and puts the focus into its first control. */
export const goToHash = () => {
  const id = decodeURIComponent(window.location.hash.slice(1))
  const place = id === '' ? null : document.getElementById(id)
  place?.scrollIntoView({ block: 'start' })
  place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true })
}

/** Goes to a place of the same page. */
export const goTo = (id: string) => {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  place?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
}
