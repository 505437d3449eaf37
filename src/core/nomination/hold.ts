/** How long decisions on several are held before anybody is told, in minutes; as long they can be undone. */
export const holdLimits = { least: 0, most: 24 * 60, usual: 10 } as const
