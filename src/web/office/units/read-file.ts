/** The bytes of a chosen file as base64: the server finds out kind and encoding. */
export const base64Of = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader()
  reader.onload = () => {
    const url = String(reader.result)
    resolve(url.slice(url.indexOf(',') + 1))
  }
  reader.onerror = () => reject(reader.error ?? new Error(file.name))
  reader.readAsDataURL(file)
})

/** What one sheet may weigh on its way up. A technical cap of the server, no rule of a campaign. */
export const MOST_BYTES = 5 * 1024 * 1024
