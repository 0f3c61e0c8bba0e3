/**
 * A string of the same characters that doesn't keep a longer one alive. Engines cut strings by reference: a paragraph of
 * forty words holds the whole text that it was cut from, and a draft under edit has a new text with every keystroke.
 */
export function copied(text: string): string {
  // Putting two strings together makes a new one, once somebody reads it; what is cut off it refers to that.
  return ` ${text}`.slice(1)
}
