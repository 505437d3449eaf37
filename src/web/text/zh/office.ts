/**
 * Words of the office's pages. To add one: write the key and the Chinese here, the same key and the English in `en/office.ts`
 * (the compiler names what is missing), then `t('office.<key>', { n })`. Places are `{n}`, the same in both languages.
 */
export const office = {
  title: '活动办公室',
} as const
