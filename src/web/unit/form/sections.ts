/** Sections of the form in the order they stand on paper. */
export const sections = ['person', 'work', 'contact', 'achievement', 'opinion'] as const
