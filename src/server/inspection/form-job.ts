/** In the child: an office's form is read or filled in, a portrait made small; the file's directory is held to limits before anything of it is unpacked. */
import { readFile, writeFile } from 'node:fs/promises'
import { MalformedFileError, MaxXmlDepthError, TemplateSyntaxError } from 'easy-template-x'
import sharp from 'sharp'
import type { Spot } from '#core/forms/spot'
import { fillWord, readWordForm, type FillOrder } from '#documents/forms/fill-word'
import { TooManySpots } from '#documents/forms/word-spots'
import { readZipDirectory } from '#media/zip-directory'
import { Unreadable } from '#media/unreadable'

export type FormOrder =
  | { readonly act: 'read'; readonly path: string }
  | { readonly act: 'fill'; readonly path: string; readonly to: string; readonly order: FillOrder }
  /** Pixels at most; JPEG without any metadata. */
  | { readonly act: 'portrait'; readonly path: string; readonly to: string; readonly width: number; readonly height: number }
/** `tags`: the library could not carry out a tag; `large`: more cells or depth than a form has. */
export type FormFault = 'broken' | 'bomb' | 'large' | 'tags'
export type FormOutcome = { readonly ok: true; readonly spots: readonly Spot[] } | { readonly ok: false; readonly why: FormFault }

export const carryOut = async (order: FormOrder): Promise<FormOutcome> => {
  try {
    if (order.act === 'portrait') {
      await sharp(order.path, { failOn: 'none', autoOrient: true, limitInputPixels: 120_000_000 }).resize({ width: order.width, height: order.height, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb').jpeg({ quality: 90 }).toFile(order.to)
      return { ok: true, spots: [] }
    }
    const file = await readFile(order.path)
    await readZipDirectory({ name: 'form', size: file.length, read: (at, length) => Promise.resolve(file.subarray(at, at + length)) })
    if (order.act === 'read') return { ok: true, spots: await readWordForm(file) }
    await writeFile(order.to, await fillWord(file, order.order))
    return { ok: true, spots: [] }
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const whyOf = (error: unknown): FormFault => {
  if (error instanceof Unreadable) return error.why === 'bomb' ? 'bomb' : 'broken'
  if (error instanceof TooManySpots || error instanceof MaxXmlDepthError) return 'large'
  if (error instanceof MalformedFileError) return 'broken'
  return error instanceof TemplateSyntaxError ? 'tags' : 'broken'
}
