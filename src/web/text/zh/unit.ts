/**
 * Words of the nominating unit's pages. To add one: write the key and the Chinese here, the same key and the English in `en/unit.ts`
 * (the compiler names what is missing), then `t('unit.<key>', { n })`. Places are `{n}`, the same in both languages.
 */
export const unit = {
  title: '推荐单位',
} as const
