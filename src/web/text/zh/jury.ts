/**
 * Words of the jury's pages. To add one: write the key and the Chinese here, the same key and the English in `en/jury.ts`
 * (the compiler names what is missing), then `t('jury.<key>', { n })`. Places are `{n}`, the same in both languages.
 */
export const jury = {
  title: '评选机构',
} as const
