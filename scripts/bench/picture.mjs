/** Draws the keystroke figures: a pair of bars a row, on a logarithmic scale, since a draft may be a page or a shelf. */
const WIDTH = 720
const LEFT = 150
const RIGHT = 90
const ROW = 34
const TOP = 64
const COLOURS = { stet: '#2f6f9f', floor: '#b8c4cc' }

export function pictureOf(rows) {
  const values = rows.flatMap(({ stet, floor }) => [stet, floor])
  const [low, high] = [Math.min(...values) / 2, Math.max(...values)]
  const lengthOf = (value) => ((WIDTH - LEFT - RIGHT) * Math.log(value / low)) / Math.log(high / low)
  const bar = (y, value, colour) =>
    `<rect x="${LEFT}" y="${y}" width="${lengthOf(value).toFixed(1)}" height="11" rx="2" fill="${colour}"/>` +
    `<text x="${(LEFT + lengthOf(value) + 6).toFixed(1)}" y="${y + 9.5}">${milliseconds(value)}</text>`
  const drawn = rows.map(({ name, stet, floor }, i) => {
    const y = TOP + i * ROW
    return (
      `<text x="${LEFT - 10}" y="${y + 16}" text-anchor="end">${name}</text>` +
      bar(y, stet, COLOURS.stet) +
      bar(y + 13, floor, COLOURS.floor)
    )
  })
  const legend = (x, colour, text) =>
    `<rect x="${x}" y="36" width="11" height="11" rx="2" fill="${colour}"/><text x="${x + 17}" y="45.5">${text}</text>`
  const height = TOP + rows.length * ROW + 10
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333">`,
    `<rect width="${WIDTH}" height="${height}" rx="6" fill="#fff"/>`,
    '<text x="20" y="24" font-size="15" font-weight="600">From keystroke to diagnostics (median, logarithmic scale)</text>',
    legend(LEFT, COLOURS.stet, 'Stet'),
    legend(LEFT + 80, COLOURS.floor, 'a server that reads nothing'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

export const milliseconds = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
