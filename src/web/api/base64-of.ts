/** The bytes of a chosen file as text, for operations that carry a small file in their body. */
export const base64Of = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader()
  reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
  reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''))
  reader.readAsDataURL(file)
})
