/** 职务 as the public reads it: whoever has none wrote 无, as the form asks, and nothing is said. */
export const publicPost = (post: string): string => (/^(?:无|没有|none|n\/a|[—\-－/]*)$/iu.test(post.trim()) ? '' : post.trim())
