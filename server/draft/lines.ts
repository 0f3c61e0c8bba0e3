import type { Text } from './text'

/** Where the line begins that holds an offset. (`lastIndexOf` itself takes -1 for 0, and finds a first line break there.) */
export const lineStartAt = (text: Text, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1

/** Where the line ends that holds an offset, its line break not counted. */
export function lineEndAt(text: Text, offset: number): number {
  const found = text.indexOf('\n', offset)
  return found < 0 ? text.length : found
}
