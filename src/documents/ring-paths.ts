/** 年轮: the one ornament. Thin, slightly irregular circles, every fifth heavier; the same for everybody, made by arithmetic. The paths of an SVG of `size` units. */
export const ringPaths = (count: number, size: number, weights: readonly [thin: number, heavy: number] = [0.8, 1.6]): string => {
  const centre = size / 2
  return Array.from({ length: count }, (_, n) => {
    const radius = ((n + 0.6) / count) * (centre - 2)
    const points = Array.from({ length: 24 }, (__, i) => {
      const angle = (i / 24) * 2 * Math.PI
      const wobble = 1 + 0.045 * Math.sin(3 * angle + n * 0.35) + 0.025 * Math.sin(5 * angle - n * 0.2)
      return [centre + radius * wobble * Math.cos(angle), centre + radius * wobble * Math.sin(angle)] as const
    })
    return `<path d="${smooth(points)}" stroke-width="${n % 5 === 4 ? weights[1] : weights[0]}"/>`
  }).join('')
}

/** A closed curve through the middles of the sides. */
const smooth = (points: readonly (readonly [number, number])[]): string => {
  const middle = (i: number) => {
    const a = points[i % points.length]!
    const b = points[(i + 1) % points.length]!
    return `${((a[0] + b[0]) / 2).toFixed(1)} ${((a[1] + b[1]) / 2).toFixed(1)}`
  }
  return `M${middle(0)}${points.map((_, i) => { const p = points[(i + 1) % points.length]!; return `Q${p[0].toFixed(1)} ${p[1].toFixed(1)} ${middle(i + 1)}` }).join('')}Z`
}
