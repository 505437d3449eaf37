/** What a file field of a material lets one choose, and how many at once. */
import type { MaterialFile } from '#core/rules/material-file'
import { takesPhotographedPages } from '#core/materials/made-fit'

export const accepts = ({ file }: { readonly file: MaterialFile }): string => {
  const formats = file.type === 'video' ? file.containers : file.formats
  // A telephone offers its camera where pictures are taken, and hands over its own kind of them.
  const pictures = file.type === 'photo' || file.type === 'portrait' || takesPhotographedPages({ file }) ? ['image/*'] : []
  return [...formats.flatMap((f) => (f === 'jpeg' ? ['.jpg', '.jpeg'] : [`.${f}`])), ...pictures].join(',')
}
